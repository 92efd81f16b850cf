import type { ScoreCause } from '@ennead/contracts';
import { create, recordAudit, scoreRuns, type ContentBank } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { composeUpwards } from './compose-upwards.ts';
import type { EntryRules } from './entry-rules.ts';
import { mayCount } from './may-count.ts';
import { addRecords, keepRecords, type NewScore, type Records } from './score-records.ts';

export type Occasion = {
  readonly cause: ScoreCause;
  /** Null where the platform itself scores. */
  readonly actorId: string | null;
  readonly rules: EntryRules;
  readonly current: Records;
};

/**
 * Writes records of one entry with all that follows from them, as a run of its own. In an entry that no longer waits
 * for a decision they are kept and count nowhere, which the trail says: what it was decided on stays.
 *
 * @param records of which the last one takes a place in the entry; those before it are its inputs
 */
export const recordRun = async (
  manager: EntityManager,
  bank: ContentBank,
  { cause, actorId, rules, current }: Occasion,
  records: readonly NewScore[],
): Promise<void> => {
  const { entryId } = rules;
  const whole = records.at(-1)!;
  const counts = await mayCount(manager, entryId);
  const added = counts ? await composeOn(manager, bank, { rules, current }, whole) : [];
  const run = await create(manager, scoreRuns, {
    event: 'record',
    actorId,
    entryId,
    values: { cause, askedBy: actorId, appliedAt: sql`clock()` },
    detail: { cause, scoreIds: [whole, ...added].map(({ id }) => id) },
  });
  const of = { runId: run!.id, entryId };
  if (counts) await addRecords(manager, of, [...records, ...added]);
  else await keepUncounted(manager, of, records);
};

/** What follows from a record that is about to count. */
const composeOn = async (
  manager: EntityManager,
  bank: ContentBank,
  { rules, current }: Pick<Occasion, 'rules' | 'current'>,
  whole: NewScore,
): Promise<readonly NewScore[]> => {
  const place = whole.dimension ?? whole.sessionPartId!;
  return (await composeUpwards({ manager, bank, rules }, current, new Map([[place, whole]]))).added;
};

const keepUncounted = async (
  manager: EntityManager,
  of: { readonly runId: string; readonly entryId: string },
  records: readonly NewScore[],
): Promise<void> => {
  await keepRecords(manager, of, records);
  const { id, kind, sessionPartId, reportedCents: scoreCents } = records.at(-1)!;
  await recordAudit(manager, {
    actorId: null,
    action: 'score.not-counted',
    subjectKind: 'score',
    subjectId: id,
    entryId: of.entryId,
    detail: { kind, sessionPartId, scoreCents },
  });
};
