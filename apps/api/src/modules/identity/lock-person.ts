import { Person } from '@ennead/persistence';
import { Refusal } from '@ennead/contracts';
import type { EntityManager } from 'typeorm';

/**
 * A person, locked until the transaction ends: links to set a first password are made and used one after another.
 * Whatever only refers to the person does not wait. To be taken before any of their invitations.
 */
export const lockPerson = (manager: EntityManager, id: string): Promise<Person> =>
  manager.findOneOrFail(Person, { where: { id }, lock: { mode: 'for_no_key_update' } });

/**
 * The same, while their password is still the one that was checked: of whoever came with the old one and whoever changes it
 * at that moment, one finds what the other has done.
 *
 * @throws Refusal as given, where it is another by now
 */
export const lockWithPassword = async (
  manager: EntityManager,
  { id, passwordHash }: Pick<Person, 'id' | 'passwordHash'>,
  otherwise: () => Refusal,
): Promise<Person> => {
  const person = await lockPerson(manager, id);
  if (person.passwordHash !== passwordHash || person.disabledAt) throw otherwise();
  return person;
};
