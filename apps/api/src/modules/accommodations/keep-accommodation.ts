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
};

const standing = sourcesOf(accommodationLifecycle, 'replace');

/**
 * What was granted for a sitting follows into the one that takes its place: as it was decided then, while the evidence is in date; else it
 * is asked anew, for the registrar to look again. Nobody decides it here. To be called before it ends with the entry that it was granted for.
 */
export const keepAccommodation = async (
  manager: EntityManager,
  { fromEntryId, entryId, opensAt }: Kept,
): Promise<void> => {
  const from = await manager.findOneBy(Accommodation, { entryId: fromEntryId, state: In(standing) });
  if (!from) return;
  const { measures, reason, evidence, askedBy, answer, decidedBy, decidedAt } = from;
  const made = await create(manager, accommodations, {
    event: 'ask',
    actorId: null,
    guards: { 'not-over': isNotOver(entryId) },
    values: { entryId, asked: measures!, reason, evidence, askedBy, fromId: from.id },
    detail: { fromId: from.id },
  });
  if (!made || !isEvidenceInDate(decidedAt!, opensAt)) return;
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
