import type { KeyPurpose, PrivateKey } from '@ennead/contracts/internal';
import { canonicalJson } from '@ennead/domain';
import { FlattenedSign, importJWK } from 'jose';
import { algorithm } from './algorithm.ts';
import { typeOf } from './type-of.ts';

/**
 * Signs plain data for a purpose: a JWS (RFC 7515) in compact form with its payload left out (appendix F), for the data are stored
 * beside it. Signed are the protected header, which names key and purpose, and the data's canonical JSON (RFC 8785).
 *
 * @returns `header..signature`
 */
export const sign = async (purpose: KeyPurpose, data: unknown, key: PrivateKey): Promise<string> => {
  const jws = await new FlattenedSign(new TextEncoder().encode(canonicalJson(data)))
    .setProtectedHeader({ alg: algorithm, kid: key.kid, typ: typeOf(purpose) })
    .sign(await importJWK(key, algorithm));
  return `${jws.protected}..${jws.signature}`;
};
