import { z } from 'zod';

/**
 * What may be asked before the first part of an entry: an application that the candidate signs, names that they confirm, experience
 * and identity that somebody of the body has seen.
 */
export const ClearanceKind = z.enum(['application', 'names', 'experience', 'identity']);
export type ClearanceKind = z.infer<typeof ClearanceKind>;

/** What is missing of an entry before its first part; `address`: the candidate's own is not confirmed. */
export const MissingClearance = z.enum(['address', ...ClearanceKind.options]);
export type MissingClearance = z.infer<typeof MissingClearance>;
