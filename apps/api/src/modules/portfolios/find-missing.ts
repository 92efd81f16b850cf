import type { ClaimInput, Competency, Missing } from '@ennead/contracts';

/** What a draft lacks to be submitted: a claim in words for every competency, and anything that shows them. */
export const findMissing = (
  competencies: readonly Pick<Competency, 'id'>[],
  claims: readonly Pick<ClaimInput, 'competency' | 'text'>[],
  artefactCount: number,
): Missing[] => {
  const claimed = new Set(
    claims.filter(({ text }) => text.trim() !== '').map(({ competency }) => competency),
  );
  return [
    ...competencies
      .filter(({ id }) => !claimed.has(id))
      .map(({ id }) => ({ kind: 'claim' as const, competency: id })),
    ...(artefactCount === 0 ? [{ kind: 'artefact' as const }] : []),
  ];
};
