import { z } from 'zod';
import { LocalizedText } from './locale.ts';

/**
 * What somebody does about a candidate's case; each only by people whom nothing ties to the candidate that bars it. Two are about many
 * cases at once: `arrange`, what becomes of a session, and `prepare`, what is examined in a cell and how it is scored.
 */
export const CaseAct = z.enum([
  'assign',
  'mark',
  'settle',
  'excuse',
  'decide',
  'inspect',
  'arrange',
  'prepare',
]);
export type CaseAct = z.infer<typeof CaseAct>;

/**
 * What ties somebody to a candidate, in the order in which it is told. The first ten are told by what happened here, the last
 * four, and work for an institution elsewhere, by declaration alone.
 */
export const ConflictKind = z.enum([
  'candidate',
  'trainer',
  'assessor',
  'moderator',
  'viewer',
  'reader',
  'manager',
  'employee',
  'enroller',
  'registrar-act',
  'relative',
  'teacher',
  'colleague',
  'acquaintance',
]);
export type ConflictKind = z.infer<typeof ConflictKind>;

/** One line of the table of acts that exclude each other: whoever is or was this keeps from these acts. */
export const Bar = z.strictObject({
  tie: ConflictKind,
  from: z.array(CaseAct).min(1),
  /** For how many months after the tie has ended; null for ever. */
  months: z.number().int().positive().nullable(),
  reason: LocalizedText,
  /** Those of the acts for which a second person may lift it; none unless said. */
  lifts: z.array(CaseAct).default([]),
});
export type Bar = z.infer<typeof Bar>;

/** Who must not do what, and how often whoever does any of it declares their interests; null never. */
export const ImpartialityRules = z.strictObject({
  declarationMonths: z.number().int().positive().nullable(),
  bars: z.array(Bar).min(1),
});
export type ImpartialityRules = z.infer<typeof ImpartialityRules>;

/** What somebody can say that they are to a person. */
export const PersonalTie = ConflictKind.extract(['relative', 'teacher', 'colleague', 'acquaintance']);
export type PersonalTie = z.infer<typeof PersonalTie>;
/** And to an institution. */
export const HouseTie = ConflictKind.extract(['manager', 'employee']);
export type HouseTie = z.infer<typeof HouseTie>;
export type DeclaredTie = PersonalTie | HouseTie;
