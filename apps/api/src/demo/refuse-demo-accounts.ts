import { Person } from '@ennead/persistence';
import { IsNull, Like, type EntityManager } from 'typeorm';
import { DEMO_DOMAIN } from './accounts.ts';

/** @throws Error when an account whose password everybody knows could log in */
export const refuseDemoAccounts = async (manager: EntityManager): Promise<void> => {
  const count = await manager.countBy(Person, { email: Like(`%@${DEMO_DOMAIN}`), disabledAt: IsNull() });
  if (count > 0)
    throw new Error(
      `Production mode refuses to start: ${count} demo accounts could log in. Use a fresh database, or disable them as an administrator in demo mode first.`,
    );
};
