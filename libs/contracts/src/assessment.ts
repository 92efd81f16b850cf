import { z } from 'zod';
import { PersonalTie } from './impartiality.ts';
import { ReviewEnd } from './lifecycle/review.ts';
import { Reason } from './reason.ts';
import { ReviewKind } from './review.ts';
import { ReportedProblem, ScriptProblem } from './script-problem.ts';
import { Id, Instant, LevelCode, RoleCode } from './vocabulary.ts';

/** "I know this person": the script goes to somebody else at once. */
export const HandBackInput = z.strictObject({ tie: PersonalTie, reason: Reason });
export type HandBackInput = z.infer<typeof HandBackInput>;

export const ScriptProblemInput = z.strictObject({ problem: ScriptProblem, reason: Reason });
export type ScriptProblemInput = z.infer<typeof ScriptProblemInput>;

/** A problem that was reported is answered: the marking goes on, or the script goes to somebody else. */
export const ProblemAnswerInput = z.strictObject({ goesOn: z.boolean(), reason: Reason });
export type ProblemAnswerInput = z.infer<typeof ProblemAnswerInput>;

/** A script that somebody has: whose it is, is nobody's business here. */
export const AssignedScript = z.object({
  reviewId: Id,
  code: z.string(),
  kind: ReviewKind,
  role: RoleCode,
  level: LevelCode,
  reviewer: z.object({ id: Id, name: z.string() }),
  assignedAt: Instant,
  /** Whole days since then, without those in which a problem waited for its answer. */
  ageDays: z.number().int(),
  isOverdue: z.boolean(),
  problem: ReportedProblem.nullable(),
});
export type AssignedScript = z.infer<typeof AssignedScript>;

/** A script that fewer people mark than have to. Once as many may as are missing, it is given to them by itself. */
export const WaitingScript = z.object({
  portfolioId: Id,
  code: z.string(),
  /** Who is missing: an assessor, or a moderator. */
  kind: ReviewKind,
  missingCount: z.number().int(),
  /** How many of those who are available may: no tie keeps them from it, and they had no part in it. */
  mayCount: z.number().int(),
  role: RoleCode,
  level: LevelCode,
  submittedAt: Instant,
});
export type WaitingScript = z.infer<typeof WaitingScript>;

export const ReviewerLoad = z.object({
  id: Id,
  name: z.string(),
  kind: ReviewKind,
  openCount: z.number().int(),
  overdueCount: z.number().int(),
  doneCount: z.number().int(),
  /** Why nothing can be given to them: they have not taken their account, or their declaration of interests is due. */
  lacks: z.enum(['account', 'declaration']).nullable(),
  /** Days from the assignment to the marks, of those that they finished: the median. */
  medianDays: z.number().nullable(),
});
export type ReviewerLoad = z.infer<typeof ReviewerLoad>;

export const HandedBackScript = z.object({
  reviewId: Id,
  code: z.string(),
  reviewerName: z.string(),
  endedAt: Instant,
  why: ReviewEnd,
  reason: z.string().nullable(),
});
export type HandedBackScript = z.infer<typeof HandedBackScript>;

/** How the marking goes. */
export const AssessmentView = z.object({
  dueDays: z.number().int(),
  scripts: z.array(AssignedScript),
  waiting: z.array(WaitingScript),
  reviewers: z.array(ReviewerLoad),
  handedBack: z.array(HandedBackScript),
});
export type AssessmentView = z.infer<typeof AssessmentView>;
