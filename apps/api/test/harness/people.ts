import { randomBytes } from 'node:crypto';
import type { PersonRole } from '@ennead/contracts';
import { Institution, InterestDeclaration, Person } from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { hashPassword } from '../../src/modules/identity/passwords.ts';
import { Client } from './client.ts';

export const PASSWORD = 'correct horse battery';
let passwordHash: Promise<string> | undefined;

/** A declaration of this day is due at no time that a spec moves the clock to. */
const farOff = new Date('2999-01-01T00:00:00Z');

export type PersonOptions = {
  roles?: PersonRole[];
  name?: string;
  institutionId?: string | null;
  /** Whether somebody of the staff has declared their interests. */
  declared?: boolean;
};

/** A person in the database with the password of all specs. */
export const aPerson = async (
  db: DataSource,
  { roles = ['candidate'], name, institutionId = null, declared = true }: PersonOptions = {},
): Promise<Person> => {
  const tag = randomBytes(4).toString('hex');
  passwordHash ??= hashPassword(PASSWORD);
  const person = await db.manager.save(
    db.manager.create(Person, {
      email: `${roles.join('-')}-${tag}@example.org`,
      name: name ?? `Person ${tag}`,
      locale: 'en',
      passwordHash: await passwordHash,
      roles,
      institutionId,
      emailConfirmedAt: new Date(),
    }),
  );
  if (roles.some((role) => role !== 'candidate') && declared)
    await db.manager.insert(InterestDeclaration, { personId: person.id, at: farOff });
  return person;
};

export const anInstitution = (db: DataSource): Promise<Institution> =>
  db.manager.save(db.manager.create(Institution, { name: { 'zh-CN': '示范学院', en: 'Example College' } }));

/** A new person with these roles, logged in. */
export const logInAs = async (
  { url, db }: { url: string; db: DataSource },
  options: PersonOptions = {},
): Promise<{ client: Client; person: Person }> => {
  const person = await aPerson(db, options);
  const client = new Client(url);
  await client.logIn(person.email, PASSWORD);
  return { client, person };
};
