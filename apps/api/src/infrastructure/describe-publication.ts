import { isLive, type PublicationPlan } from '@ennead/persistence';

const adviceFor = { key: 'question', secrets: 'plan', plan: 'plan', conversion: 'form' } as const;

/** What a publication changed, for whoever started it; the last line says it all in short. */
export const describePublication = ({
  added,
  revived,
  retired,
  heldBack,
}: Pick<PublicationPlan, 'added' | 'revived' | 'retired' | 'heldBack'>): string => {
  const held = heldBack.map(
    ({ kind, id }) =>
      `The new ${kind} of ${id} is kept but does not count: its ${adviceFor[kind]} is in use, so only a rescoring run ` +
      'may change what counts. Raise its version to use it from the next session on.',
  );
  const counts = [
    `${added.filter(isLive).length} new`,
    ...(revived.length > 0 ? [`${revived.length} back again`] : []),
    ...(retired.length > 0 ? [`${retired.length} retired`] : []),
    ...(heldBack.length > 0 ? [`${heldBack.length} held back`] : []),
  ];
  const changed = added.length + revived.length + retired.length + heldBack.length > 0;
  return [
    ...held,
    changed ? `Content is published: ${counts.join(', ')}.` : 'Content is as it was published.',
  ].join('\n');
};
