import type { ScoreCause } from '@ennead/contracts';
import { create, scoreRuns, type ContentBank } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { composeUpwards } from './compose-upwards.ts';
import type { EntryRules } from './entry-rules.ts';
import { addRecords, type NewScore, type Records } from './score-records.ts';

export type Occasion = {
  readonly cause: ScoreCause;
  /** Null where the platform itself scores. */
  readonly actorId: string | null;
  readonly rules: EntryRules;
  readonly current: Records;
};

/**
 * Writes records of one entry with all that follows from them, as a run of its own.
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
  const place = whole.dimension ?? whole.sessionPartId!;
  const { added } = await composeUpwards({ manager, bank, rules }, current, new Map([[place, whole]]));
  const run = await create(manager, scoreRuns, {
    event: 'record',
    actorId,
    entryId,
    values: { cause, askedBy: actorId, appliedAt: sql`clock()` },
    detail: { cause, scoreIds: [whole, ...added].map(({ id }) => id) },
  });
  await addRecords(manager, { runId: run!.id, entryId }, [...records, ...added]);
};
