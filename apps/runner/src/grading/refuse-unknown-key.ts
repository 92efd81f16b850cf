import type { PrivateKey } from '@ennead/contracts/internal';
import { findPublicKey, makeDataSource } from '@ennead/persistence';
import { sign, verify } from '@ennead/signing';
import type { EntityManager } from 'typeorm';
import type { Settings } from '../settings.ts';

/**
 * Looked at before anything else is started: a lab host takes up what waits to be graded as soon as it has its queue.
 *
 * @throws Error where nobody could verify what this lab host would sign: no verdict of it would ever count
 */
export const refuseUnknownKey = async ({
  DATABASE_URL,
  VERDICT_SIGNING_KEY: key,
}: Pick<Settings, 'DATABASE_URL' | 'VERDICT_SIGNING_KEY'>): Promise<void> => {
  const db = await makeDataSource(DATABASE_URL, 1).initialize();
  try {
    const state = await tryOut(db.manager, key);
    if (state === 'verified') return;
    const fault = state === 'broken' ? 'is another than the one of that name in' : 'is not known to';
    throw new Error(
      `The key of VERDICT_SIGNING_KEY (${key.kid}) ${fault} this database; see "Keys" in docs/operations.md.`,
    );
  } finally {
    await db.destroy();
  }
};

/** What a verifier would say of a signature made now, over nothing that could pass for a verdict. */
const tryOut = async (manager: EntityManager, key: PrivateKey) => {
  // A key whose halves do not belong together cannot even sign.
  const signature = await sign('verdict', null, key).catch(() => null);
  if (signature === null) return 'broken';
  return verify('verdict', null, signature, (purpose, kid) => findPublicKey(manager, purpose, kid));
};
