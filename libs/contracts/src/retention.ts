import { z } from 'zod';
import { LocalizedText } from './locale.ts';

/** What is erased by itself once it is over: nothing of it is what a decision rests on. */
export const ErasedKind = z.enum(['letters', 'one-time-links', 'guesses', 'log-ins']);
export type ErasedKind = z.infer<typeof ErasedKind>;

/** How long is kept what is recorded of people. Days count from when it was over: a letter written, a link or a log-in ended, a guess made. */
export const RetentionRules = z.strictObject({
  /** What a decision rests on: whole terms after a certificate has expired, and months after a decision that issued none. */
  basis: z.strictObject({
    termsAfterExpiry: z.number().int().min(1),
    monthsWithoutCertificate: z.number().int().positive(),
    reason: LocalizedText,
  }),
  erased: z.array(z.strictObject({ kind: ErasedKind, days: z.number().int().min(1), reason: LocalizedText })),
});
export type RetentionRules = z.infer<typeof RetentionRules>;
