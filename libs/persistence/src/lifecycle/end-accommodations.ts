import { accommodationLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { In, type EntityManager } from 'typeorm';
import { Accommodation } from '../entities/accommodation.ts';
import { accommodations } from './machines.ts';
import { transition } from './transition.ts';

const open = sourcesOf(accommodationLifecycle, 'lapse');

/**
 * What was asked for an entry, or stands, ends with it: once nobody can sit it any more there is nothing to decide or to see to. The entry
 * is to be locked.
 */
export const endAccommodations = async (
  manager: EntityManager,
  entryId: string,
  actorId: string | null,
): Promise<void> => {
  const found = await manager.find(Accommodation, {
    where: { entryId, state: In(open) },
    order: { askedAt: 'ASC', id: 'ASC' },
  });
  for (const { id } of found) await transition(manager, accommodations, id, { event: 'lapse', actorId });
};
