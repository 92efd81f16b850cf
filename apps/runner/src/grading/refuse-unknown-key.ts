import type { PrivateKey } from '@ennead/contracts/internal';
import { findPublicKey } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

/** @throws Error where nobody could verify what this lab host would sign: no verdict of it would ever count. */
export const refuseUnknownKey = async (manager: EntityManager, { kid }: PrivateKey): Promise<void> => {
  if (await findPublicKey(manager, 'verdict', kid)) return;
  throw new Error(
    `The key of VERDICT_SIGNING_KEY (${kid}) is not known to this database; see "Keys" in docs/operations.md.`,
  );
};
