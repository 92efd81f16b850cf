import { z } from 'zod';
import { ConflictKind } from './impartiality.ts';
import { EntryState } from './lifecycle/entry.ts';
import { Reason } from './reason.ts';
import { ReviewKind } from './review.ts';
import { Id, Instant, LevelCode, RoleCode } from './vocabulary.ts';

/**
 * What becomes of marks whose author was tied to the candidate, as came to light when they were in: they count no more and somebody else
 * marks; they stand; or, of a case that is decided, it is entered in the register of threats.
 */
export const MarksAnswer = z.enum(['set-aside', 'stand', 'register']);
export type MarksAnswer = z.infer<typeof MarksAnswer>;

export const MarksAnswerInput = z.strictObject({ answer: MarksAnswer, reason: Reason });
export type MarksAnswerInput = z.infer<typeof MarksAnswerInput>;

/** A tie that barred from marking at the time, and when it came to be known. */
export const LateTieView = z.object({
  tie: ConflictKind,
  /** Since when it was; null where it always was or nobody knows. */
  since: Instant.nullable(),
  knownAt: Instant,
});
export type LateTieView = z.infer<typeof LateTieView>;

const marked = {
  reviewId: Id,
  kind: ReviewKind,
  reviewerName: z.string(),
  submittedAt: Instant,
};

/** Marks that wait for an answer. Whose script it is, is nobody's business here. */
export const QuestionedMarks = z.object({
  ...marked,
  code: z.string(),
  role: RoleCode,
  level: LevelCode,
  ties: z.array(LateTieView),
  /** Of the case. */
  state: EntryState,
  /** Whether a decision on it waits for a second person. */
  isProposed: z.boolean(),
  /** What may be answered: marks of a case that is decided are not set aside. */
  answers: z.array(MarksAnswer),
});
export type QuestionedMarks = z.infer<typeof QuestionedMarks>;

const answered = {
  ties: z.array(ConflictKind),
  answer: MarksAnswer,
  reason: z.string(),
  answeredBy: z.string(),
  answeredAt: Instant,
};

export const AnsweredMarks = z.object({ ...marked, ...answered, id: Id, code: z.string() });
export type AnsweredMarks = z.infer<typeof AnsweredMarks>;

/** Marks in question, those that wait longest first; and what was answered, the latest first. */
export const QuestionedMarksView = z.object({
  waiting: z.array(QuestionedMarks),
  answered: z.array(AnsweredMarks),
});
export type QuestionedMarksView = z.infer<typeof QuestionedMarksView>;

/** As it stands in the evidence of a case: also of an earlier try whose score counts in it. */
export const MarksNote = z.object({
  ...marked,
  /** Of which try. */
  number: z.number().int().positive(),
  ties: z.array(ConflictKind),
  /** Null while they wait for it. */
  answer: z
    .object({ answer: MarksAnswer, reason: z.string(), answeredBy: z.string(), answeredAt: Instant })
    .nullable(),
});
export type MarksNote = z.infer<typeof MarksNote>;
