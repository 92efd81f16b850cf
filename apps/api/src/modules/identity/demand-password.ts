import { Refusal } from '@ennead/contracts';
import { Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Guesses } from './guesses.ts';
import { passwordGuessing } from './log-in-guessing.ts';
import { checkPassword } from './passwords.ts';

/**
 * Asks whoever is logged in for their password once more, before what a log-in that was found open must not do.
 *
 * @param path where it stands in the input
 * @throws Refusal PASSWORD_WRONG, TOO_MANY_REQUESTS
 */
export const demandPassword = async (
  manager: EntityManager,
  guesses: Guesses,
  personId: string,
  password: string,
  path = 'password',
): Promise<Person> => {
  const person = await manager.findOneByOrFail(Person, { id: personId });
  const guessing = passwordGuessing(personId);
  await guesses.book(guessing);
  if (!(await checkPassword(person.passwordHash, password))) throw wrongPassword(path);
  await guesses.takeBack(guessing);
  return person;
};

/** What is said of a password that was right when it was checked, and is another by now, as well. */
export const wrongPassword = (path = 'password'): Refusal =>
  new Refusal('PASSWORD_WRONG', [{ path, message: 'wrong' }]);
