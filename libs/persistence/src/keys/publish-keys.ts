import type { VerifyingKey } from '@ennead/contracts/internal';
import type { EntityManager } from 'typeorm';
import { SigningKey } from '../entities/signing-key.ts';

/**
 * Makes public halves known to every process; those that are known stay as they are. Only the owner of the schema may: whoever may
 * add a key says whose signature counts.
 *
 * @throws Error where a key is known for another purpose, or another key by its name
 */
export const publishKeys = async (manager: EntityManager, keys: readonly VerifyingKey[]): Promise<void> => {
  for (const { purpose, key } of keys) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(SigningKey)
      .values({ kid: key.kid, purpose, publicKey: key })
      .orIgnore()
      .execute();
    const known = await manager.findOneByOrFail(SigningKey, { kid: key.kid });
    if (known.purpose !== purpose)
      throw new Error(`The key ${key.kid} signs ${known.purpose}s; one for ${purpose}s is a key of its own.`);
    if (known.publicKey.x !== key.x) throw new Error(`Another key than this one is known as ${key.kid}.`);
  }
};
