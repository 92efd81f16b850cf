import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../src/data-source.ts';
import { Person } from '../src/entities/person.ts';
import { aDatabase } from './a-database.ts';

let database: TestDatabase;
let app: DataSource;
let other: DataSource;
beforeAll(async () => {
  database = await aDatabase();
  app = await makeDataSource(database.appUrl, 1).initialize();
  other = await makeDataSource(database.appUrl, 1).initialize();
});
afterAll(async () => {
  await app.destroy();
  await other.destroy();
  await database.drop();
});

const someone = (email: string, db = app, emailConfirmedAt: Date | null = new Date()) =>
  db.manager.save(
    db.manager.create(Person, {
      email,
      emailConfirmedAt,
      name: 'Lin',
      locale: 'en',
      roles: ['candidate'],
      passwordHash: null,
    }),
  );
const move = ({ id }: Person, email: string, db = app) => db.manager.update(Person, { id }, { email });
const addressesOf = async ({ id }: Person) => {
  const rows: { email: string; over: boolean }[] = await app.query(
    `SELECT email, until_at IS NOT NULL AS over FROM person_address WHERE person_id = $1 ORDER BY until_at NULLS LAST`,
    [id],
  );
  return rows.map(({ email, over }) => `${email}${over ? ' until' : ''}`);
};

describe('addresses', () => {
  it('that somebody had stay theirs: nobody else has one, and they come back to it', async () => {
    const one = await someone('first@example.org');
    await move(one, 'second@example.org');
    const two = await someone('two@example.org');
    await expect(someone('first@example.org')).rejects.toThrow("somebody else's");
    await expect(move(two, 'first@example.org')).rejects.toThrow("somebody else's");
    await move(one, 'first@example.org');
    expect(await addressesOf(one)).toEqual([
      'first@example.org until',
      'second@example.org until',
      'first@example.org',
    ]);
    expect(await addressesOf(two)).toEqual(['two@example.org']);
  });

  it('that one leaves while another comes for it have one person', async () => {
    const one = await someone('left@example.org');
    const leaving = app.createQueryRunner();
    await leaving.startTransaction();
    await leaving.query(`UPDATE person SET email = 'gone@example.org' WHERE id = $1`, [one.id]);
    const coming = someone('left@example.org', other);
    await leaving.commitTransaction();
    await leaving.release();
    await expect(coming).rejects.toThrow("somebody else's");
  });

  it('that somebody left without having shown that it was theirs are anybody’s', async () => {
    const one = await someone('slip@example.org', app, null);
    await move(one, 'right@example.org');
    expect(await addressesOf(one)).toEqual(['right@example.org']);
    expect(await addressesOf(await someone('slip@example.org'))).toEqual(['slip@example.org']);
  });

  it('are kept by the database alone', async () => {
    for (const statement of [
      'DELETE FROM person_address',
      'UPDATE person_address SET until_at = clock()',
      `INSERT INTO person_address (person_id, email, from_at) SELECT id, 'x@example.org', clock() FROM person`,
    ])
      await expect(app.query(statement)).rejects.toThrow('permission denied');
  });
});
