import { makeTestDatabase } from '@ennead/testing/database';
import { z } from 'zod';

/** A database of the spec's own on the PostgreSQL that `npm test` provides. */
export const aDatabase = () =>
  makeTestDatabase(
    z.object({ TEST_DATABASE_ADMIN_URL: z.string() }).parse(process.env).TEST_DATABASE_ADMIN_URL,
  );
