import { RecoveryCode, SecondFactor } from '@ennead/persistence';
import { IsNull, type EntityManager } from 'typeorm';

export const forgetFactor = async (manager: EntityManager, personId: string): Promise<void> => {
  await manager.delete(RecoveryCode, { personId });
  await manager.delete(SecondFactor, { personId });
};

/** With a new password goes what was begun by the old one: its secret may be in the app of whoever had that. */
export const dropUnconfirmedFactor = async (manager: EntityManager, personId: string): Promise<void> => {
  await manager.delete(SecondFactor, { personId, confirmedAt: IsNull() });
};
