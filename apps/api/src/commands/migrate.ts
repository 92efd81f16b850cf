import { applyGrants, makeDataSource, refuseOldSchema } from '@ennead/persistence';
import { z } from 'zod';

/** Brings the schema up to date as its owner, then gives the role of each process its rights. */
const urls = z
  .object({
    DATABASE_OWNER_URL: z.string().min(1),
    DATABASE_APP_URL: z.string().min(1),
    DATABASE_RUNNER_URL: z.string().min(1),
    DATABASE_WORKER_URL: z.string().min(1),
    DATABASE_PUBLISHER_URL: z.string().min(1),
  })
  .parse(process.env);
const roleOf = (url: string) => decodeURIComponent(new URL(url).username);

const owner = await makeDataSource(urls.DATABASE_OWNER_URL, 2).initialize();
try {
  await refuseOldSchema(owner);
  const ran = await owner.runMigrations();
  await applyGrants(owner, {
    app: roleOf(urls.DATABASE_APP_URL),
    runner: roleOf(urls.DATABASE_RUNNER_URL),
    worker: roleOf(urls.DATABASE_WORKER_URL),
    publisher: roleOf(urls.DATABASE_PUBLISHER_URL),
  });
  console.log(
    ran.length === 0 ? 'The schema is up to date.' : `Ran ${ran.map(({ name }) => name).join(', ')}.`,
  );
} finally {
  await owner.destroy();
}
