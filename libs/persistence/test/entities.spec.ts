import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource, EntityMetadata } from 'typeorm';
import { makeDataSource } from '../src/data-source.ts';
import { entities } from '../src/entities.ts';
import { aDatabase } from './a-database.ts';

type EntityColumn = EntityMetadata['columns'][number];
type DatabaseColumn = { name: string; type: string; nullable: boolean; primary: boolean; filled: boolean };

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

const columnsOf = (table: string): Promise<DatabaseColumn[]> =>
  owner.query(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable,
       attnum = ANY (coalesce((SELECT conkey FROM pg_constraint WHERE conrelid = attrelid AND contype = 'p'), '{}')) AS primary,
       atthasdef OR attidentity <> '' AS filled
     FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped ORDER BY 1`,
    [table],
  );

const typeOf = (column: EntityColumn): string =>
  `${owner.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`;

const describeColumn = (column: EntityColumn): DatabaseColumn => ({
  name: column.databaseName,
  type: typeOf(column),
  nullable: column.isNullable,
  primary: column.isPrimary,
  filled: column.isGenerated || column.default !== undefined || !column.isInsert,
});

describe.each(entities.map((entity) => [entity.name, entity] as const))('%s', (_name, entity) => {
  it('has the columns of its table, of their types, and leaves out nothing that the database does not fill', async () => {
    const { tableName, columns } = owner.getMetadata(entity);
    const stored = await columnsOf(tableName);
    expect(columns.map(describeColumn).sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(stored);
  });
});

/** Tables that are written and read in SQL alone. */
const withoutEntity = [
  'appointment',
  'body_common',
  'body_exam',
  'body_key',
  'body_secret',
  'content_body',
  'in_force',
  'migrations',
  'person_address',
  'web_session',
];

it('every other table has an entity', async () => {
  const tables: { name: string }[] = await owner.query(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY 1`,
  );
  const known = [...entities.map((entity) => owner.getMetadata(entity).tableName), ...withoutEntity];
  expect(tables.map(({ name }) => name)).toEqual(known.sort());
});
