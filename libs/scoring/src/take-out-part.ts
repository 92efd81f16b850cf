import { compositePlace } from '@ennead/contracts';
import { EntryScore, recordAudit, SessionPart } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';
import { findScoreAt } from './score-records.ts';

export type PartTakenOut = {
  readonly entryId: string;
  readonly sessionPartId: string;
  readonly actorId: string;
  /** Whose marks it rested on and does no more. */
  readonly reviewId: string;
};

/**
 * Lets the score of a part count no more, and with it those of its dimension and of the whole, until the part is scored anew; the records
 * stay. To be called under the lock of an entry that waits for its decision; where the part has no score, nothing happens.
 */
export const takeOutPart = async (
  manager: EntityManager,
  { entryId, sessionPartId, actorId, reviewId }: PartTakenOut,
): Promise<void> => {
  const present = await findScoreAt(manager, entryId, sessionPartId);
  if (!present) return;
  const { dimension } = await manager.findOneByOrFail(SessionPart, { id: sessionPartId });
  await manager.delete(EntryScore, { entryId, place: In([sessionPartId, dimension, compositePlace]) });
  await recordAudit(manager, {
    actorId,
    action: 'score.taken-out',
    subjectKind: 'score',
    subjectId: present.id,
    entryId,
    detail: { dimension, reviewId, scoreCents: present.reportedCents },
  });
};
