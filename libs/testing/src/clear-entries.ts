type Queries = { query(sql: string, values?: unknown[]): Promise<unknown> };

/** As if everything that is asked before the first part had been given and seen: of one entry, or of all. */
export const clearEntries = (database: Queries, entryId?: string): Promise<unknown> =>
  database.query(
    `INSERT INTO clearance (entry_id, kind, holds, detail)
     SELECT entry_id, kind, true, '{"spec": true}' FROM missing_clearance WHERE $1::uuid IS NULL OR entry_id = $1`,
    [entryId ?? null],
  );
