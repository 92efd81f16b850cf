import { z } from 'zod';
import { ClearanceKind } from './clearance.ts';
import { CaseAct, ConflictKind, ImpartialityRules } from './impartiality.ts';
import { RetentionRules } from './retention.ts';
import { ScoreCents } from './vocabulary.ts';

/** What never rests on one person alone where a scheme says so; results near a line are listed under `boundary`. */
export const SecondPersonAct = z.enum([
  'revoke-credential',
  'release-key',
  'appoint-certifier',
  'appoint-administrator',
]);
export type SecondPersonAct = z.infer<typeof SecondPersonAct>;

/** How near to a cut (composite) or to a floor (dimension score) a result is looked at again, the line included. */
export const BoundaryRules = z.strictObject({
  compositeCents: ScoreCents,
  floorCents: ScoreCents,
  /** Whether a decision on such a result takes a second person. */
  secondPerson: z.boolean(),
  /** Not yet set by measurement: whoever shows the width says so. */
  provisional: z.boolean(),
});
export type BoundaryRules = z.infer<typeof BoundaryRules>;

/** Days from the notice of a decision to the next try, and the most tries in any so many months. */
export const TryRules = z.strictObject({
  waitDays: z.number().int().min(0),
  most: z.number().int().positive(),
  withinMonths: z.number().int().positive(),
});
export type TryRules = z.infer<typeof TryRules>;

/** The least score of a dimension that may be carried over, and for how many months from its sitting. */
export const CarryOverRules = z.strictObject({
  fromCents: ScoreCents,
  months: z.number().int().positive(),
  provisional: z.boolean(),
});
export type CarryOverRules = z.infer<typeof CarryOverRules>;

/** How long a credential holds, and how long before its end it can be renewed. */
export const ValidityRules = z.strictObject({
  months: z.number().int().positive(),
  renewalOpensMonths: z.number().int().min(0),
});
export type ValidityRules = z.infer<typeof ValidityRules>;

/** Everything that a scheme settles for all levels alike; null where it settles nothing. */
export const SchemeRules = z.strictObject({
  /** IANA zone in which days and months are counted and dates are written. */
  timeZone: z.string().min(1),
  boundary: BoundaryRules,
  tries: TryRules.nullable(),
  carryOver: CarryOverRules.nullable(),
  validity: ValidityRules.nullable(),
  secondPersonFor: z.array(SecondPersonAct),
  impartiality: ImpartialityRules,
  /** What is asked before the first part that counts; experience only where the level asks for years of it. */
  clearances: z.array(ClearanceKind).default([]),
  /** Within how many days an invitation is answered, unless its session opens before: its place is free again then. */
  answerDays: z.number().int().min(1).max(30).default(14),
  /** For how many days a place is kept for whoever it is offered to from the line, unless its session opens before. */
  offerDays: z.number().int().min(1).max(30).default(3),
  /** For how many days from its decision what was shown for an accommodation is taken to hold. */
  evidenceDays: z.number().int().min(1).max(3_650).default(365),
  /** Within how many days of a decision whoever it is about may appeal, the last day included. */
  appealDays: z.number().int().min(1).default(30),
  /** Null erases nothing. */
  retention: RetentionRules.nullable(),
});
export type SchemeRules = z.infer<typeof SchemeRules>;

/**
 * Whoever has a script is its assessor, who decides has looked into the case, and who settled how somebody sits may have to again:
 * none is kept from it by that.
 */
export const isOwnWork = (tie: ConflictKind, act: CaseAct): boolean => {
  const marks = act === 'mark' || act === 'settle';
  if (tie === 'registrar-act') return act !== 'decide' && !marks;
  return tie === 'viewer' || tie === 'reader' ? !marks : (tie === 'assessor' || tie === 'moderator') && marks;
};

/** What held before schemes stated rules: a second look within one point of a line, and nothing more. */
export const firstRules: SchemeRules = {
  timeZone: 'Asia/Shanghai',
  boundary: { compositeCents: 100, floorCents: 100, secondPerson: false, provisional: false },
  tries: null,
  carryOver: null,
  validity: null,
  secondPersonFor: [],
  clearances: [],
  answerDays: 14,
  offerDays: 3,
  evidenceDays: 365,
  appealDays: 30,
  impartiality: {
    declarationMonths: null,
    bars: ConflictKind.options.map((tie) => ({
      tie,
      from: CaseAct.options.filter((act) => !isOwnWork(tie, act)),
      months: null,
      reason: { 'zh-CN': '未另作规定。', en: 'Nothing else was settled.' },
      lifts: [],
    })),
  },
  retention: null,
};
