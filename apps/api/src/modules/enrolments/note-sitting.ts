import type { EntityManager } from 'typeorm';
import { giveUpCarried } from './carry-over.ts';

/**
 * A try is used from the moment its first part begins, and a score that was carried over is given up for the part that
 * is sat anew; to be called in the transaction that begins a part.
 */
export const noteSitting = async (
  manager: EntityManager,
  entryId: string,
  sessionPartId: string,
): Promise<void> => {
  await manager.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1 AND first_sat_at IS NULL', [
    entryId,
  ]);
  await giveUpCarried(manager, entryId, sessionPartId);
};
