import { SessionPart } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { giveUpCarried } from '../scores/carry-dimension.ts';

/**
 * A try is used from the moment its first part begins, and a score that was carried over is given up for the part that
 * is sat anew; to be called in the transaction that begins a part.
 */
export const noteSitting = async (
  manager: EntityManager,
  entryId: string,
  sessionPartId: string,
): Promise<void> => {
  const { dimension } = await manager.findOneByOrFail(SessionPart, { id: sessionPartId });
  await giveUpCarried(manager, { entryId, dimension, actorId: null });
  await manager.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1 AND first_sat_at IS NULL', [
    entryId,
  ]);
};
