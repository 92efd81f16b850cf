import type { EntityManager } from 'typeorm';

/** A try is used from the moment its first part begins; to be called in the transaction that begins a part. */
export const noteFirstSitting = (manager: EntityManager, entryId: string): Promise<unknown> =>
  manager.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1 AND first_sat_at IS NULL', [entryId]);
