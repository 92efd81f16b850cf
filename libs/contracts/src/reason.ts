import { z } from 'zod';
import { isReason, reasonLength } from './limits.ts';

/** Why somebody decided something: shown to whom it concerns, and kept on the trail. */
export const Reason = z
  .string()
  .trim()
  .min(reasonLength.least)
  .max(reasonLength.most)
  .refine(isReason, 'ten characters that can be seen, at least');

/** An act that asks for nothing but why. */
export const ReasonInput = z.strictObject({ reason: Reason });
export type ReasonInput = z.infer<typeof ReasonInput>;
