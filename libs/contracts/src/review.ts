import { z } from 'zod';
import { ReviewState } from './lifecycle/review.ts';
import { BlindArtefactView, ClaimInput, ExperienceStatement } from './portfolio.ts';
import { Rubric, RubricPoints } from './rubric.ts';
import { reviewLimits } from './limits.ts';
import { ReportedProblem } from './script-problem.ts';
import { Competency } from './standard.ts';
import { Id, Instant, LevelCode, RoleCode, ScoreCents, Slug } from './vocabulary.ts';

export const ReviewKind = z.enum(['review', 'adjudication']);
export type ReviewKind = z.infer<typeof ReviewKind>;

export const Mark = z.strictObject({
  points: RubricPoints,
  note: z.string().max(reviewLimits.noteLength).optional(),
});
export type Mark = z.infer<typeof Mark>;

/** Marks by the id of their criterion. A criterion without one is not marked yet. */
export const Marks = z.record(Slug, Mark);
export type Marks = z.infer<typeof Marks>;

export const ReviewInput = z.strictObject({
  marks: Marks,
  comment: z.string().max(reviewLimits.commentLength),
});
export type ReviewInput = z.infer<typeof ReviewInput>;

export const ReviewSaved = z.object({ savedAt: Instant, markedCount: z.number().int() });
export type ReviewSaved = z.infer<typeof ReviewSaved>;

/** What a reviewer knows of a portfolio's origin: a code that says nothing about the person. */
const blindFacts = {
  id: Id,
  code: z.string().regex(/^P-[0-9A-Z]{4}$/),
  role: RoleCode,
  level: LevelCode,
  /** When the portfolio was handed in. */
  portfolioSubmittedAt: Instant,
  state: ReviewState,
  assignedAt: Instant,
  submittedAt: Instant.nullable(),
  scoreCents: ScoreCents.nullable(),
};

export const ReviewListed = z.object({
  ...blindFacts,
  markedCount: z.number().int(),
  criterionCount: z.number().int(),
});
export type ReviewListed = z.infer<typeof ReviewListed>;

/** A script that was somebody's until lately, and went to another. Whether a tie was found is not told: it would say whose it is. */
export const TakenBackScript = z.object({
  id: Id,
  code: z.string(),
  role: RoleCode,
  level: LevelCode,
  endedAt: Instant,
  why: z.enum(['known', 'problem', 'reassigned', 'elsewhere']),
  reason: z.string().nullable(),
});
export type TakenBackScript = z.infer<typeof TakenBackScript>;

/** One's own queue: what is open, oldest first, then what is done, newest first. */
export const ReviewQueueView = z.object({
  leftCount: z.number().int(),
  reviews: z.array(ReviewListed),
  /** Of the last thirty days, the latest first. */
  takenBack: z.array(TakenBackScript),
  serverNow: Instant,
});
export type ReviewQueueView = z.infer<typeof ReviewQueueView>;

/** What is marked: no name, no address, no institution, and no hash of the whole, which the trail names beside whose it is. */
export const BlindSubmission = z.object({
  competencies: z.array(Competency),
  claims: z.array(ClaimInput),
  experience: ExperienceStatement.nullable(),
  artefacts: z.array(BlindArtefactView),
});
export type BlindSubmission = z.infer<typeof BlindSubmission>;

/** One of the two reviews that a moderator settles; whose it is, is not said. */
export const SettledReview = z.object({
  label: z.enum(['A', 'B']),
  marks: Marks,
  comment: z.string(),
  scoreCents: ScoreCents,
});
export type SettledReview = z.infer<typeof SettledReview>;

export const ReviewView = z.object({
  ...blindFacts,
  kind: ReviewKind,
  rubric: Rubric,
  submission: BlindSubmission,
  marks: Marks,
  comment: z.string(),
  /** For a moderator the two reviews in question; else empty. */
  reviews: z.array(SettledReview),
  /** What this reviewer reported to be the matter with it, and what was answered; null where nothing was. */
  problem: ReportedProblem.nullable(),
  /** The next script of the same queue that is still open. */
  nextId: Id.nullable(),
  leftCount: z.number().int(),
});
export type ReviewView = z.infer<typeof ReviewView>;
