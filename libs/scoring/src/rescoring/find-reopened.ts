import type { EntityManager } from 'typeorm';

/** Entries that a run has opened again, as their trails say; they may have been decided anew since. */
export const findReopened = async (manager: EntityManager, runId: string): Promise<string[]> => {
  const rows: { entryId: string }[] = await manager.query(
    `SELECT DISTINCT entry_id AS "entryId" FROM audit_event
     WHERE entry_id IN (SELECT entry_id FROM score_run_line WHERE run_id = $1)
       AND action = 'entry.reopened' AND detail ->> 'runId' = $1::text
     ORDER BY 1`,
    [runId],
  );
  return rows.map(({ entryId }) => entryId);
};
