import { z } from 'zod';
import { ItemOutcome } from './attempt.ts';
import { NamedCase } from './audit.ts';
import { ExceptionNote } from './bar-exception.ts';
import { DecisionRecord } from './decision.ts';
import { EvidenceReview, SignatureState } from './evidence.ts';
import { PublicItem, ResponseValue } from './item.ts';
import { LocalizedText } from './locale.ts';
import { MarksNote } from './questioned-marks.ts';
import { ComposedResult } from './result.ts';
import { EndCause, Id, Instant, ScoreCents } from './vocabulary.ts';

const part = { partId: Id, weight: z.number().int().positive(), scoreCents: ScoreCents.nullable() };
const Count = z.number().int().min(0);

/** One save of an answer, as it was acknowledged. */
export const RecordedSave = z.object({
  /** Which save of this answer it is, from 1. */
  revision: z.number().int().positive(),
  value: ResponseValue,
  flagged: z.boolean(),
  savedAt: Instant,
  /** Which of the pages that wrote the sitting, one after the other, from 1. */
  page: z.number().int().positive(),
});
export type RecordedSave = z.infer<typeof RecordedSave>;

/** One item as the candidate met it, without its key: what was answered when, and what was credited for it. */
export const RecordedAnswer = z.object({
  itemId: z.string(),
  /** Null where the question is no longer to be had. */
  item: PublicItem.nullable(),
  /** Null until it is scored. */
  credit: z.object({ outcome: ItemOutcome, earned: z.number(), of: z.number() }).nullable(),
  /** The first one first; none where the item was never answered. */
  saves: z.array(RecordedSave),
});
export type RecordedAnswer = z.infer<typeof RecordedAnswer>;

export const RecordedExam = z.object({
  ...part,
  dimension: z.literal('knowledge'),
  startedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  submitCause: EndCause.nullable(),
  /** In the order in which the candidate met them. */
  answers: z.array(RecordedAnswer),
});
export type RecordedExam = z.infer<typeof RecordedExam>;

export const RecordedLab = z.object({
  ...part,
  dimension: z.literal('skills'),
  title: LocalizedText.nullable(),
  handedInAt: Instant.nullable(),
  handInCause: EndCause.nullable(),
  /** Null until it is graded. */
  verdict: z
    .object({
      gradedAt: Instant,
      signature: SignatureState,
      checks: z.array(
        z.object({
          id: z.string(),
          title: LocalizedText.nullable(),
          passed: Count,
          total: Count,
          earnedCents: ScoreCents,
          pointsCents: ScoreCents,
        }),
      ),
    })
    .nullable(),
});
export type RecordedLab = z.infer<typeof RecordedLab>;

export const RecordedPortfolio = z.object({
  ...part,
  dimension: z.literal('practice'),
  submittedAt: Instant.nullable(),
  criteria: z.array(z.object({ id: z.string(), title: LocalizedText, weight: z.number() })),
  reviews: z.array(
    EvidenceReview.pick({
      id: true,
      kind: true,
      reviewerName: true,
      submittedAt: true,
      marks: true,
      comment: true,
      scoreCents: true,
    }),
  ),
});
export type RecordedPortfolio = z.infer<typeof RecordedPortfolio>;

/** What a grade rests on, down to the single saved answer, to be read and not acted upon. Keys are in none of it. */
export const CaseRecord = z.object({
  case: NamedCase,
  schemeTitle: LocalizedText,
  /** As the scores that count now come to it. */
  result: ComposedResult,
  exams: z.array(RecordedExam),
  labs: z.array(RecordedLab),
  portfolios: z.array(RecordedPortfolio),
  decisions: z.array(DecisionRecord),
  /** Bars that were lifted for somebody who then acted on it. */
  exceptions: z.array(ExceptionNote),
  /** Marks that came into question, with what became of them. */
  questionedMarks: z.array(MarksNote),
});
export type CaseRecord = z.infer<typeof CaseRecord>;
