import { Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/**
 * A person, locked until the transaction ends: links to set a first password are made and used one after another.
 * Whatever only refers to the person does not wait. To be taken before any of their invitations.
 */
export const lockPerson = (manager: EntityManager, id: string): Promise<Person> =>
  manager.findOneOrFail(Person, { where: { id }, lock: { mode: 'for_no_key_update' } });
