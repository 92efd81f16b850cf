import {
  makePublishedDatabase,
  makeTestDatabase,
  readPublication,
  type TestDatabase,
} from '@ennead/testing/database';
import { testEnvironment } from './test-environment.ts';

export type { TestDatabase };

/**
 * A migrated database of the spec's own with this repository's content in its bank, or that of another folder, and
 * roles as in production.
 */
export const createTestDatabase = async (root?: string): Promise<TestDatabase> => {
  const { TEST_DATABASE_ADMIN_URL } = testEnvironment();
  if (root === undefined) return makePublishedDatabase(TEST_DATABASE_ADMIN_URL);
  const database = await makeTestDatabase(TEST_DATABASE_ADMIN_URL);
  await database.publish(await readPublication(root));
  return database;
};
