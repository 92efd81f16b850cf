import { type KeyPurpose, type PublicKey } from '@ennead/contracts/internal';
import { replaceSigningKey } from '@ennead/provision';
import { makeKey, publicHalf } from '@ennead/signing';
import type { Launch } from './bring-up.ts';

/**
 * Puts a new key in the place of the one that signs for a purpose. Its public half is known to everybody before anybody has it to
 * sign with: killed between the two, nothing is lost but a key that signs nothing.
 *
 * @param publish makes the public halves of a contract's keys known
 */
export async function rotateKey(
  contract: Launch,
  purpose: KeyPurpose,
  publish: (contract: Launch) => Promise<void>,
): Promise<PublicKey> {
  const key = await makeKey();
  const signingKeys = { ...contract.secrets.signingKeys, [purpose]: key };
  await publish({ ...contract, secrets: { ...contract.secrets, signingKeys } });
  await replaceSigningKey(contract.dataDir, purpose, key);
  return publicHalf(key);
}
