import { randomBytes } from 'node:crypto';
import { createDatabase, type DatabaseUrls } from '@ennead/provision';
import { grantAppRole, makeDataSource } from '@ennead/persistence';
import { Client } from 'pg';
import { testEnvironment } from './test-environment.ts';

export type TestDatabase = DatabaseUrls & { drop: () => Promise<void> };

/** A migrated database of the spec's own, with separate roles for owner and application as in production. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const { TEST_DATABASE_ADMIN_URL } = testEnvironment();
  const name = `ennead_test_${randomBytes(6).toString('hex')}`;
  const names = { database: name, owner: `${name}_owner`, app: `${name}_app` };
  const urls = await createDatabase(TEST_DATABASE_ADMIN_URL, { owner: 'owner', app: 'app' }, names);
  const owner = await makeDataSource(urls.ownerUrl, 1).initialize();
  await owner.runMigrations();
  await grantAppRole(owner, names.app);
  await owner.destroy();
  return { ...urls, drop: () => dropDatabase(TEST_DATABASE_ADMIN_URL, names) };
};

const dropDatabase = async (adminUrl: string, names: { database: string; owner: string; app: string }) => {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${names.database} WITH (FORCE)`);
    await client.query(`DROP ROLE IF EXISTS ${names.owner}, ${names.app}`);
  } finally {
    await client.end();
  }
};
