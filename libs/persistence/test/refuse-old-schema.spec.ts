import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../src/data-source.ts';
import { refuseOldSchema } from '../src/refuse-old-schema.ts';
import { aDatabase } from './a-database.ts';

let database: TestDatabase;
let owner: DataSource;
beforeAll(async () => {
  database = await aDatabase();
  owner = await makeDataSource(database.ownerUrl, 2).initialize();
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

it('lets a database pass that these migrations made', async () => {
  await expect(refuseOldSchema(owner)).resolves.toBeUndefined();
});

it('refuses one that an earlier Ennead made, in words that say how to begin anew', async () => {
  await owner.query(`INSERT INTO migrations (timestamp, name) VALUES (1, 'InitialSchema1')`);
  await expect(refuseOldSchema(owner)).rejects.toThrow('npm start -- --reset');
});

it('refuses one that the same migration made when it read otherwise', async () => {
  await owner.query(`DELETE FROM migrations WHERE name = 'InitialSchema1'`);
  await expect(refuseOldSchema(owner)).resolves.toBeUndefined();
  await owner.query(`COMMENT ON TABLE migrations IS 'another plan'`);
  await expect(refuseOldSchema(owner)).rejects.toThrow('npm start -- --reset');
});

it('lets an empty database pass', async () => {
  await owner.query('DROP TABLE migrations');
  await expect(refuseOldSchema(owner)).resolves.toBeUndefined();
});
