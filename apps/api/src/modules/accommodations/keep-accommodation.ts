import { accommodationLifecycle } from '@ennead/contracts';
import { isEvidenceInDate, planGrants, sourcesOf } from '@ennead/domain';
import { Accommodation, accommodations, create, TimeGrant, transition, vouched } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';
import { findTimedParts } from './find-timed-parts.ts';
import { isNotOver } from './not-over.ts';

type Kept = {
  /** The entry in whose place the other one came. */
  readonly fromEntryId: string;
  readonly entryId: string;
  readonly opensAt: Date;
  /** As the scheme of the new sitting has it. */
  readonly evidenceDays: number;
};

const standing = sourcesOf(accommodationLifecycle, 'replace');
const waiting = sourcesOf(accommodationLifecycle, 'approve');

/**
 * What was granted for a sitting follows into the one that takes its place: as it was decided then, while the evidence is in date; else it
 * is asked anew, for the registrar to look again, as is what nobody had answered. Nobody decides anything here. To be called before it ends
 * with the entry that it was asked for.
 */
export const keepAccommodation = async (
  manager: EntityManager,
  { fromEntryId, entryId, opensAt, evidenceDays }: Kept,
): Promise<void> => {
  const granted = await manager.findOneBy(Accommodation, { entryId: fromEntryId, state: In(standing) });
  const asked = await manager.findOneBy(Accommodation, { entryId: fromEntryId, state: In(waiting) });
  const isInDate = granted !== null && isEvidenceInDate(granted.decidedAt!, opensAt, evidenceDays);
  if (isInDate) await grantAnew(manager, granted, entryId);
  if (asked) await askAnew(manager, asked, { entryId, measures: asked.asked });
  else if (granted && !isInDate) await askAnew(manager, granted, { entryId, measures: granted.measures! });
};

const askAnew = (
  manager: EntityManager,
  { id: fromId, reason, evidence, askedBy }: Accommodation,
  { entryId, measures }: { readonly entryId: string; readonly measures: Accommodation['asked'] },
): Promise<Accommodation | null> =>
  create(manager, accommodations, {
    event: 'ask',
    actorId: null,
    guards: { 'not-over': isNotOver(entryId) },
    values: { entryId, asked: measures, reason, evidence, askedBy, fromId },
    detail: { fromId },
  });

const grantAnew = async (manager: EntityManager, from: Accommodation, entryId: string): Promise<void> => {
  const { measures, answer, decidedBy, decidedAt } = from;
  const made = await askAnew(manager, from, { entryId, measures: measures! });
  if (!made) return;
  await transition(manager, accommodations, made.id, {
    event: 'approve',
    actorId: null,
    guards: { 'not-over': isNotOver(entryId), 'no-conflict': vouched },
    set: { measures, answer, decidedBy, decidedAt },
    detail: { measures, fromId: from.id },
  });
  for (const grant of planGrants(measures!.extraTime, await findTimedParts(manager, entryId)) ?? [])
    await manager.insert(TimeGrant, {
      ...grant,
      entryId,
      cause: 'accommodation',
      accommodationId: made.id,
      givenBy: decidedBy!,
    });
};
