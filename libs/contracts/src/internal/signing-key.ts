import { z } from 'zod';

/** What is signed with a key of its own: verdicts by lab hosts, receipts of answers by servers, credentials by workers. */
export const KeyPurpose = z.enum(['verdict', 'receipt', 'credential']);
export type KeyPurpose = z.infer<typeof KeyPurpose>;

/** 32 bytes in base64url. */
const Bytes32 = z.string().regex(/^[\w-]{43}$/);

/** The half of an Ed25519 key that verifies, as a JSON Web Key (RFC 8037); `kid` is its thumbprint (RFC 7638). */
export const PublicKey = z.strictObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: Bytes32,
  kid: Bytes32,
});
export type PublicKey = z.infer<typeof PublicKey>;

/** The whole key: whoever has it signs. */
export const PrivateKey = PublicKey.extend({ d: Bytes32 });
export type PrivateKey = z.infer<typeof PrivateKey>;

/** A public half with what it is for. */
export const VerifyingKey = z.strictObject({ purpose: KeyPurpose, key: PublicKey });
export type VerifyingKey = z.infer<typeof VerifyingKey>;

/** A private key as one setting: the key's JSON. */
export const PrivateKeySetting = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // The text is a secret: it is not repeated.
      context.addIssue({ code: 'custom', message: 'is not the JSON of a key' });
      return z.NEVER;
    }
  })
  .pipe(PrivateKey);
