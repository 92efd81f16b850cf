import { VerifyingKey } from '@ennead/contracts/internal';
import { makeDataSource, publishKeys } from '@ennead/persistence';
import { z } from 'zod';

/** Makes the public halves of signing keys known to every process, as the owner of the schema. */
const { DATABASE_OWNER_URL, SIGNING_KEYS } = z
  .object({ DATABASE_OWNER_URL: z.string().min(1), SIGNING_KEYS: z.string().min(1) })
  .parse(process.env);
const keys = z.array(VerifyingKey).parse(JSON.parse(SIGNING_KEYS));

const owner = await makeDataSource(DATABASE_OWNER_URL, 1).initialize();
try {
  await publishKeys(owner.manager, keys);
  console.log(`${keys.length} known`);
} finally {
  await owner.destroy();
}
