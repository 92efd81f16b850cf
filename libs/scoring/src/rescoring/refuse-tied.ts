import { Refusal } from '@ennead/contracts';
import { findConflicts } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/**
 * How something is scored is settled by nobody who is one of those it is scored of, or tied to one of them; decided or not.
 *
 * @throws Refusal CELL_CONFLICT, which names nobody
 */
export const refuseTied = async (
  manager: EntityManager,
  personId: string,
  entryIds: readonly string[],
): Promise<void> => {
  const { conflicts } = await findConflicts(manager, personId, 'prepare', { on: 'entries', ids: entryIds });
  if (conflicts.length > 0) throw new Refusal('CELL_CONFLICT');
};

/** Of everybody whom a run has lines of. @throws Refusal CELL_CONFLICT */
export const refuseTiedToRun = async (
  manager: EntityManager,
  personId: string,
  runId: string,
): Promise<void> => {
  const rows: { entryId: string }[] = await manager.query(
    `SELECT DISTINCT entry_id AS "entryId" FROM score_run_line WHERE run_id = $1`,
    [runId],
  );
  await refuseTied(
    manager,
    personId,
    rows.map(({ entryId }) => entryId),
  );
};
