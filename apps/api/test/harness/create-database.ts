import { makeTestDatabase, readPublication, type TestDatabase } from '@ennead/testing/database';
import { testEnvironment } from './test-environment.ts';

export type { TestDatabase };

let publication: ReturnType<typeof readPublication> | undefined;

/**
 * A migrated database of the spec's own with this repository's content in its bank, or that of another folder, and
 * roles as in production.
 */
export const createTestDatabase = async (root?: string): Promise<TestDatabase> => {
  const database = await makeTestDatabase(testEnvironment().TEST_DATABASE_ADMIN_URL);
  const published = root === undefined ? (publication ??= readPublication()) : readPublication(root);
  await database.publish(await published);
  return database;
};
