import { z } from 'zod';
import { Id, Instant } from './vocabulary.ts';

/** What the worker in office does again and again. */
export const DutyName = z.enum([
  'events',
  'attempt-expiry',
  'place-offering',
  'review-return',
  'review-assignment',
  'reminders',
  'mail-sending',
  'mail-upkeep',
  'log-in-failures',
  'retention',
  'trail-sealing',
]);
export type DutyName = z.infer<typeof DutyName>;

/** Whoever follows when something happens. */
export const HandlerName = z.enum([
  'attempt-scoring',
  'lab-scoring',
  'reviewer-assignment',
  'moderator-assignment',
  'review-reassignment',
  'letter-writing',
  'house-leaving',
]);
export type HandlerName = z.infer<typeof HandlerName>;

const Count = z.number().int().min(0);

/** After so many seconds without a sign of a duty nobody does it: it gives one every few seconds at least, or says that it failed. */
export const dutySilentAfterSec = 60;

export const DutyView = z.object({
  name: DutyName,
  /** Which worker did it last: host and process; null where none ever did. */
  worker: z.string().nullable(),
  ranAt: Instant.nullable(),
  /** When there was last something to do. */
  didAt: Instant.nullable(),
  /** How often it failed since it last did not. */
  failures: Count,
  fault: z.string().nullable(),
  /** Whether nobody does it now. */
  silent: z.boolean(),
});
export type DutyView = z.infer<typeof DutyView>;

/** Something that waits to be done, and since when the oldest of it does. */
export const Waiting = z.object({ count: Count, oldestAt: Instant.nullable() });
export type Waiting = z.infer<typeof Waiting>;

/** An event that a handler failed on so often that it waits for somebody to look. */
export const ParkedEvent = z.object({
  /** Mostly one of those above; one that there is no more stays until somebody has looked. */
  handler: z.string(),
  eventId: z.string(),
  /** As in the audit trail. */
  name: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  entryId: Id.nullable(),
  tries: Count,
  fault: z.string(),
  parkedAt: Instant,
  /** How many events of the same subject wait behind it. */
  behindCount: Count,
});
export type ParkedEvent = z.infer<typeof ParkedEvent>;

/** How the work goes that follows what people do. */
export const WorkView = z.object({
  serverNow: Instant,
  duties: z.array(DutyView),
  events: Waiting,
  /** Of these, those that failed and are tried again. */
  failing: Waiting,
  /** Exams whose time is up and that are not ended; none for longer than a second or two. */
  overdue: Waiting,
  gradings: Waiting,
  /** Of these, those that the platform failed to grade so far. */
  stalled: Waiting,
  reviews: Waiting,
  /** The oldest hundred. */
  parked: z.array(ParkedEvent),
  parkedCount: Count,
});
export type WorkView = z.infer<typeof WorkView>;

/** The name of a handler, known or not. */
export const HandlerParam = z.string().regex(/^[a-z][a-z-]{0,59}$/);
export const EventId = z.string().regex(/^[1-9]\d{0,17}$/);
