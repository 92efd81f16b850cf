import { grantAppRole, makeDataSource } from '@ennead/persistence';
import { z } from 'zod';

/** Brings the schema up to date as its owner, then gives the application's role its rights. */
const { DATABASE_OWNER_URL, DATABASE_APP_URL } = z
  .object({ DATABASE_OWNER_URL: z.string().min(1), DATABASE_APP_URL: z.string().min(1) })
  .parse(process.env);

const owner = await makeDataSource(DATABASE_OWNER_URL, 2).initialize();
try {
  const ran = await owner.runMigrations();
  await grantAppRole(owner, decodeURIComponent(new URL(DATABASE_APP_URL).username));
  console.log(
    ran.length === 0 ? 'The schema is up to date.' : `Ran ${ran.map(({ name }) => name).join(', ')}.`,
  );
} finally {
  await owner.destroy();
}
