import { compositePlace, Refusal, type DimensionCode } from '@ennead/contracts';
import { EntryCarry, EntryScore, recordAudit, Score, type ContentBank } from '@ennead/persistence';
import { dimensions } from '@ennead/domain';
import { In, type EntityManager } from 'typeorm';
import { findEntryRules } from './entry-rules.ts';
import { lockForScoring } from './lock-for-scoring.ts';
import { mayCount } from './may-count.ts';
import { recordRun } from './record-run.ts';
import { findCurrent, newId } from './score-records.ts';

export type Carry = {
  readonly entryId: string;
  /** A record of a dimension that counts in an earlier entry of the same enrolment. */
  readonly fromScoreId: string;
  /** Who chose it. */
  readonly actorId: string;
};

/**
 * Carries a dimension's score into another entry of the enrolment; whether it may be is for the caller to have judged.
 * What was itself carried is carried from where it was sat. Doing it again changes nothing.
 *
 * @throws Error unless the record counts for a dimension in another entry of the enrolment, the entry waits for its
 *   decision, and something is left to sit
 */
export const carryDimension = async (
  manager: EntityManager,
  bank: ContentBank,
  { entryId, fromScoreId, actorId }: Carry,
): Promise<void> => {
  await lockForScoring(manager, entryId);
  if (!(await mayCount(manager, entryId))) throw new Error(`Nothing can be carried into entry ${entryId}.`);
  const source = await findSource(manager, entryId, fromScoreId);
  const current = await findCurrent(manager, entryId);
  if (current.get(source.dimension!)?.carriedFromId === source.id) return;
  const rules = await findEntryRules(manager, bank, entryId);
  const id = newId();
  await recordRun(manager, bank, { cause: 'carry', actorId, rules, current }, [
    {
      id,
      kind: 'dimension',
      dimension: source.dimension,
      ruleHash: rules.schemeHash,
      carriedFromId: source.id,
      rawNum: source.rawNum,
      rawDen: source.rawDen,
      reportedCents: source.reportedCents,
      satAt: source.satAt,
    },
  ]);
  const { reportedCents: scoreCents, entryId: fromEntryId } = source;
  const dimension = source.dimension!;
  await manager.query(
    `INSERT INTO entry_carry (entry_id, dimension, from_entry_id) VALUES ($1, $2, $3)
     ON CONFLICT (entry_id, dimension) DO UPDATE SET from_entry_id = excluded.from_entry_id`,
    [entryId, dimension, fromEntryId],
  );
  if ((await manager.countBy(EntryCarry, { entryId })) === dimensions.length)
    throw new Error(`Nothing would be left to sit in entry ${entryId}.`);
  await recordAudit(manager, {
    actorId,
    action: 'score.carried',
    subjectKind: 'score',
    subjectId: id,
    entryId,
    detail: { dimension, scoreCents, fromEntryId, carriedFromId: source.id },
  });
};

/** The record of where it was sat. */
const findSource = async (manager: EntityManager, entryId: string, scoreId: string): Promise<Score> => {
  const chosen = await manager.findOneByOrFail(Score, { id: scoreId, kind: 'dimension' });
  const source = chosen.carriedFromId
    ? await manager.findOneByOrFail(Score, { id: chosen.carriedFromId })
    : chosen;
  const [found]: object[] = await manager.query(
    `SELECT FROM entry_score pointer JOIN entry source ON source.id = pointer.entry_id
     JOIN entry target ON target.enrolment_id = source.enrolment_id AND target.id <> source.id
     WHERE pointer.score_id = $1 AND target.id = $2`,
    [source.id, entryId],
  );
  if (!found) throw new Error(`Score ${scoreId} counts in no other entry of the enrolment of ${entryId}.`);
  return source;
};

export type GivenUp = {
  readonly entryId: string;
  readonly dimension: DimensionCode;
  readonly actorId: string | null;
  /** What beginning gave up stays chosen, so that a free sitting can bring it back; nothing else does. */
  readonly because: 'begun' | 'chosen' | 'withdrawn';
  /** The decision that takes back the grade of the entry where it was sat. */
  readonly withdrawalId?: string;
};

/**
 * Gives up what was carried over, because the dimension is begun anew, its candidate chooses so, or the grade of where it
 * was sat is taken back; to be called in the transaction that does any of these. Where nothing was carried over, nothing happens.
 *
 * @throws Refusal ENTRY_ENDED for an entry that no longer waits for a decision
 */
export const giveUpCarried = async (
  manager: EntityManager,
  { entryId, dimension, actorId, because, withdrawalId }: GivenUp,
): Promise<void> => {
  await lockForScoring(manager, entryId);
  if (!(await mayCount(manager, entryId))) throw new Refusal('ENTRY_ENDED');
  const carried = (await findCurrent(manager, entryId)).get(dimension);
  if (!carried?.carriedFromId) return;
  await manager.delete(EntryScore, { entryId, place: In([dimension, compositePlace]) });
  if (because !== 'begun') await manager.delete(EntryCarry, { entryId, dimension });
  await recordAudit(manager, {
    actorId,
    action: 'score.given-up',
    subjectKind: 'score',
    subjectId: carried.id,
    entryId,
    detail: {
      dimension,
      because,
      carriedFromId: carried.carriedFromId,
      ...(withdrawalId && { withdrawalId }),
    },
  });
};
