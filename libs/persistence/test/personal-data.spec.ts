import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../src/data-source.ts';
import { personalData } from '../src/personal-data.ts';
import { aDatabase } from './a-database.ts';

let database: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  database = await aDatabase();
  owner = await makeDataSource(database.ownerUrl, 1).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const listed = Object.entries(personalData)
  .flatMap(([table, { personal = [], traces = [], stays = {}, impersonal = [] }]) =>
    [...personal, ...traces, ...Object.keys(stays), ...impersonal].map((column) => `${table}.${column}`),
  )
  .sort();

describe('the list of personal data', () => {
  it('says of every column in which words can stand whose they are, once, and of no other', async () => {
    const columns: { name: string }[] = await owner.query(
      `SELECT relname || '.' || attname AS name FROM pg_attribute
       JOIN pg_class ON pg_class.oid = attrelid JOIN pg_type ON pg_type.oid = atttypid
       LEFT JOIN pg_type element ON element.oid = pg_type.typelem AND pg_type.typcategory = 'A'
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped
         AND (coalesce(element.typcategory, pg_type.typcategory) = 'S'
           OR coalesce(element.typname, pg_type.typname) IN ('json', 'jsonb', 'bytea', 'citext', 'inet', 'xml'))`,
    );
    expect(listed).toEqual(columns.map(({ name }) => name).sort());
  });

  it('names in what erases a person every table of which it says that something is taken out', async () => {
    const [{ body }]: [{ body: string }] = await owner.query(
      `SELECT prosrc AS body FROM pg_proc WHERE proname = 'erase_person'`,
    );
    for (const [table, { personal = [], traces = [] }] of Object.entries(personalData))
      if (personal.length + traces.length > 0)
        expect([table, new RegExp(`(UPDATE|DELETE FROM) ${table}\\b`).test(body)]).toEqual([table, true]);
  });
});
