import { PrivateKey, PublicKey } from '@ennead/contracts/internal';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { algorithm } from './algorithm.ts';

/** A new key, named by its thumbprint (RFC 7638): the same key has the same name wherever it is held. */
export const makeKey = async (): Promise<PrivateKey> => {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(pair.privateKey);
  return PrivateKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk) });
};

/** What everybody but the signer may hold. */
export const publicHalf = ({ kty, crv, x, kid }: PrivateKey): PublicKey => ({ kty, crv, x, kid });
