import { VerifyingKey } from '@ennead/contracts/internal';
import { applyGrants, makeDataSource, publishKeys, refuseOldSchema } from '@ennead/persistence';
import { z } from 'zod';

/** Brings the schema up to date as its owner, gives the role of each process its rights, and makes signing keys known. */
const settings = z
  .object({
    DATABASE_OWNER_URL: z.string().min(1),
    DATABASE_APP_URL: z.string().min(1),
    DATABASE_RUNNER_URL: z.string().min(1),
    DATABASE_PUBLISHER_URL: z.string().min(1),
    /** Public halves, as JSON. */
    SIGNING_KEYS: z.string().default('[]'),
  })
  .parse(process.env);
const keys = z.array(VerifyingKey).parse(JSON.parse(settings.SIGNING_KEYS));
const roleOf = (url: string) => decodeURIComponent(new URL(url).username);

const owner = await makeDataSource(settings.DATABASE_OWNER_URL, 2).initialize();
try {
  await refuseOldSchema(owner);
  const ran = await owner.runMigrations();
  await applyGrants(owner, {
    app: roleOf(settings.DATABASE_APP_URL),
    runner: roleOf(settings.DATABASE_RUNNER_URL),
    publisher: roleOf(settings.DATABASE_PUBLISHER_URL),
  });
  await publishKeys(owner.manager, keys);
  console.log(
    ran.length === 0 ? 'The schema is up to date.' : `Ran ${ran.map(({ name }) => name).join(', ')}.`,
  );
} finally {
  await owner.destroy();
}
