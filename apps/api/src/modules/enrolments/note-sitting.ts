import { entryLifecycle, Refusal } from '@ennead/contracts';
import { SessionPart, stateList } from '@ennead/persistence';
import { giveUpCarried } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';

/**
 * A try is used from the moment its first part begins, and a score that was carried over is given up for the part that
 * is sat anew; to be called in the transaction that begins a part, which holds the entry's lock.
 *
 * @throws Refusal ENTRY_ENDED where the entry counts no longer
 */
export const noteSitting = async (
  manager: EntityManager,
  entryId: string,
  sessionPartId: string,
): Promise<void> => {
  const [, noted]: [object[], number] = await manager.query(
    `UPDATE entry SET first_sat_at = coalesce(first_sat_at, clock())
     WHERE id = $1 AND state IN (${stateList(entryLifecycle, 'entered')})`,
    [entryId],
  );
  if (noted === 0) throw new Refusal('ENTRY_ENDED');
  const { dimension } = await manager.findOneByOrFail(SessionPart, { id: sessionPartId });
  await giveUpCarried(manager, { entryId, dimension, actorId: null, because: 'begun' });
};
