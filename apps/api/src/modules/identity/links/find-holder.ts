import { Person } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

export type Holder = {
  readonly person: Person;
  /** Whether they have another address by now. */
  readonly isFormer: boolean;
};

/** Whose address this is or was: one that somebody left stays theirs. */
export const findHolder = async (manager: EntityManager, email: string): Promise<Holder | null> => {
  const [row]: { id: string }[] = await manager.query(
    `SELECT person_id AS id FROM person_address WHERE email = $1 LIMIT 1`,
    [email],
  );
  if (!row) return null;
  const person = await manager.findOneByOrFail(Person, { id: row.id });
  return { person, isFormer: person.email !== email };
};
