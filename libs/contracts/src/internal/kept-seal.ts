import { z } from 'zod';

/** A seal of the audit trail as the verifier prints it, to be kept elsewhere and given back: `12:<64 hexadecimal digits>`. */
export const KeptSeal = z
  .string()
  .trim()
  .regex(/^[1-9]\d{0,8}:[0-9a-f]{64}$/i)
  .transform((text) => ({ number: Number(text.split(':')[0]), hash: text.split(':')[1]!.toLowerCase() }));
export type KeptSeal = z.infer<typeof KeptSeal>;
