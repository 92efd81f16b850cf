import { z } from 'zod';
import { AccommodationState } from './lifecycle/accommodation.ts';
import { accommodationLimits as limits } from './limits.ts';
import { lineUpTo } from './line.ts';
import { LocalizedText } from './locale.ts';
import { Reason } from './reason.ts';
import { Id, Instant, LevelCode, RoleCode } from './vocabulary.ts';

const within = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.number().int().min(least).max(most);

/** More time for each part that has a duration: a share of it, or the same for all. */
export const ExtraTime = z.discriminatedUnion('by', [
  z.object({ by: z.literal('percent'), percent: within(limits.percent) }),
  z.object({ by: z.literal('minutes'), minutes: within(limits.minutes) }),
]);
export type ExtraTime = z.infer<typeof ExtraTime>;

const measures = {
  extraTime: ExtraTime.nullable(),
  /** So many, of so many minutes each. */
  breaks: z.object({ count: within(limits.breakCount), minutes: within(limits.breakMinutes) }).nullable(),
  /** Whatever else it takes: a room of one's own, a screen reader. */
  other: z.string().nullable(),
};

/** What is done otherwise for a candidate. It says nothing of why. */
export const Measures = z.object(measures);
export type Measures = z.infer<typeof Measures>;

export const MeasuresInput = z
  .strictObject({ ...measures, other: lineUpTo(limits.otherLength).nullable() })
  .refine(({ extraTime, breaks, other }) => extraTime ?? breaks ?? other, 'one measure at least');

/** What is asked for and why, and what was shown to whom that proves it. */
export const AccommodationInput = z.strictObject({
  measures: MeasuresInput,
  reason: Reason,
  evidence: Reason,
});
export type AccommodationInput = z.infer<typeof AccommodationInput>;

/** Approved as it was asked for, or changed. */
export const ApprovalInput = z.strictObject({ measures: MeasuresInput, reason: Reason });
export type ApprovalInput = z.infer<typeof ApprovalInput>;

export const AccommodationMade = z.object({ id: Id });
export type AccommodationMade = z.infer<typeof AccommodationMade>;

/** The measure alone, for whoever has to see to it. */
export const MeasuredAccommodation = z.object({
  id: Id,
  entryId: Id,
  state: AccommodationState,
  asked: Measures,
  /** As they were approved; null where they were not. */
  measures: Measures.nullable(),
  askedAt: Instant,
  decidedAt: Instant.nullable(),
  /** Whether it was granted for the sitting that this one takes the place of: kept from there, or asked anew. */
  isKept: z.boolean(),
});
export type MeasuredAccommodation = z.infer<typeof MeasuredAccommodation>;

/** With why, for the candidate and for whoever decides. */
export const AccommodationView = MeasuredAccommodation.extend({
  reason: z.string(),
  evidence: z.string(),
  askedBy: z.object({ name: z.string(), isCandidate: z.boolean() }),
  /** The reason of whoever decided. */
  answer: z.string().nullable(),
});
export type AccommodationView = z.infer<typeof AccommodationView>;

/** Of one entry, the latest first. */
export const OwnAccommodations = z.object({
  accommodations: z.array(AccommodationView),
  /** Whether one can be asked for: none waits, and some part can still be begun. */
  mayAsk: z.boolean(),
});
export type OwnAccommodations = z.infer<typeof OwnAccommodations>;

/** Of a cohort, the latest first. */
export const CohortAccommodations = z.object({ accommodations: z.array(MeasuredAccommodation) });
export type CohortAccommodations = z.infer<typeof CohortAccommodations>;

const Queued = MeasuredAccommodation.extend({
  candidateName: z.string(),
  role: RoleCode,
  level: LevelCode,
  sessionTitle: LocalizedText,
  opensAt: Instant,
  /** Nothing can be begun any more: it can only be refused. */
  isOver: z.boolean(),
  /** Whole days since it was asked for. */
  ageDays: z.number().int(),
});
export type QueuedAccommodation = z.infer<typeof Queued>;

/** What waits for a decision, the oldest first, and what was decided lately. */
export const AccommodationQueue = z.object({ waiting: z.array(Queued), decided: z.array(Queued) });
export type AccommodationQueue = z.infer<typeof AccommodationQueue>;

/** Everything that a decision needs. */
export const AccommodationToDecide = Queued.extend({
  reason: z.string(),
  evidence: z.string(),
  askedBy: z.object({ name: z.string(), isCandidate: z.boolean() }),
  answer: z.string().nullable(),
  /** What was approved for the same entry before, and would be replaced. */
  standing: Measures.nullable(),
});
export type AccommodationToDecide = z.infer<typeof AccommodationToDecide>;
