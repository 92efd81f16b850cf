import { createPrivateKey, sign, verify, type KeyLike } from 'node:crypto';
import { canonicalJson } from '@ennead/domain';
import { SignedVerdict } from '@ennead/contracts/internal';

const bytesOf = (verdict: SignedVerdict): Buffer =>
  Buffer.from(canonicalJson(SignedVerdict.parse(verdict)), 'utf8');

/** Ed25519 (RFC 8032) signature over the verdict's canonical JSON, in base64. */
export const signVerdict = (verdict: SignedVerdict, privateKeyPem: string): string =>
  sign(null, bytesOf(verdict), createPrivateKey(privateKeyPem)).toString('base64');

/** Whether exactly this verdict was signed; `key` is the public half, or the private one. */
export const isSignedVerdict = (verdict: SignedVerdict, signature: string, key: KeyLike): boolean =>
  verify(null, bytesOf(verdict), key, Buffer.from(signature, 'base64'));
