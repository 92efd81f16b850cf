import { SecondFactor } from '@ennead/persistence';
import { IsNull, type EntityManager } from 'typeorm';

/** With a new password goes what was begun by the old one: its secret may be in the app of whoever had that. */
export const dropUnconfirmedFactor = async (manager: EntityManager, personId: string): Promise<void> => {
  await manager.delete(SecondFactor, { personId, confirmedAt: IsNull() });
};
