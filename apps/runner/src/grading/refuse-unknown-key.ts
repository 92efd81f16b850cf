import { findPublicKey, makeDataSource } from '@ennead/persistence';
import type { Settings } from '../settings.ts';

/**
 * Looked at before anything else is started: a lab host takes up what waits to be graded as soon as it has its queue.
 *
 * @throws Error where nobody could verify what this lab host would sign: no verdict of it would ever count
 */
export const refuseUnknownKey = async ({
  DATABASE_URL,
  VERDICT_SIGNING_KEY: { kid },
}: Pick<Settings, 'DATABASE_URL' | 'VERDICT_SIGNING_KEY'>): Promise<void> => {
  const db = await makeDataSource(DATABASE_URL, 1).initialize();
  try {
    if (await findPublicKey(db.manager, 'verdict', kid)) return;
  } finally {
    await db.destroy();
  }
  throw new Error(
    `The key of VERDICT_SIGNING_KEY (${kid}) is not known to this database; see "Keys" in docs/operations.md.`,
  );
};
