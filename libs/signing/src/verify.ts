import type { KeyPurpose, PublicKey } from '@ennead/contracts/internal';
import type { SignatureState } from '@ennead/contracts';
import { canonicalJson } from '@ennead/domain';
import { decodeProtectedHeader, errors, flattenedVerify, importJWK } from 'jose';
import { algorithm } from './algorithm.ts';
import { typeOf } from './type-of.ts';

/** The public half of a key for this purpose by its name; null where there is none. */
export type FindKey = (purpose: KeyPurpose, kid: string) => Promise<PublicKey | null>;

/**
 * Whether a signature made by `sign` for this purpose stands over exactly these data. A signature that names no key, or one that
 * nobody knows for this purpose, is `unknown-key` and as little worth as a `broken` one.
 */
export const verify = async (
  purpose: KeyPurpose,
  data: unknown,
  signature: string,
  findKey: FindKey,
): Promise<SignatureState> => {
  const header = readHeader(signature);
  if (header === null || header.typ !== typeOf(purpose)) return 'broken';
  const key = typeof header.kid === 'string' ? await findKey(purpose, header.kid) : null;
  if (key === null) return 'unknown-key';
  const [head = '', , tail = ''] = signature.split('.');
  const payload = Buffer.from(canonicalJson(data)).toString('base64url');
  try {
    const options = { algorithms: [algorithm] };
    await flattenedVerify(
      { protected: head, payload, signature: tail },
      await importJWK(key, algorithm),
      options,
    );
    return 'verified';
  } catch (fault) {
    if (fault instanceof errors.JOSEError) return 'broken';
    throw fault;
  }
};

/** The protected header of a compact JWS without payload; null of anything else. */
const readHeader = (signature: string) => {
  if (!/^[\w-]+\.\.[\w-]+$/.test(signature)) return null;
  try {
    return decodeProtectedHeader(signature);
  } catch {
    return null;
  }
};
