import { z } from 'zod';
import { mostSaves } from './answer.ts';
import { OptionId, PublicItem, ResponseValue } from './item.ts';
import { AttemptState } from './lifecycle/attempt.ts';
import { LocalizedText } from './locale.ts';
import { CompetencyId, EndCause, Id, Instant, LevelCode, RoleCode, ScoreCents, Slug } from './vocabulary.ts';

/** How long after the deadline a save still counts: the time that an answer given in time may be on its way. */
export const saveGraceSec = 2;

export const AttemptStarted = z.object({ id: Id });
export type AttemptStarted = z.infer<typeof AttemptStarted>;

/** The newest answer to one item. The revision rises by one with every save of that item. */
export const ResponseView = z.object({
  itemId: Slug,
  value: ResponseValue,
  flagged: z.boolean(),
  revision: z.number().int().positive(),
  savedAt: Instant,
});
export type ResponseView = z.infer<typeof ResponseView>;

/**
 * One sitting as its candidate sees it. Items, in the order laid out for this candidate, and responses are there
 * while the sitting is open, and only then.
 */
export const AttemptView = z.object({
  id: Id,
  entryId: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  state: AttemptState,
  startedAt: Instant,
  deadlineAt: Instant,
  submittedAt: Instant.nullable(),
  submitCause: EndCause.nullable(),
  serverNow: Instant,
  items: z.array(PublicItem),
  responses: z.array(ResponseView),
});
export type AttemptView = z.infer<typeof AttemptView>;

/** What a page asks now and then: whether it is still heard, still the one that writes, and how long it has. */
export const AttemptClockView = z.object({
  state: AttemptState,
  writer: z.number().int().min(0),
  deadlineAt: Instant,
  serverNow: Instant,
});
export type AttemptClockView = z.infer<typeof AttemptClockView>;

/** The right to save, taken by the page that asked last; its sequence numbers begin at 1. */
export const WriterView = z.object({
  writer: z.number().int().positive(),
  sequence: z.literal(0),
  responses: z.array(ResponseView),
  deadlineAt: Instant,
  serverNow: Instant,
});
export type WriterView = z.infer<typeof WriterView>;

export const SaveInput = z.strictObject({
  sequence: z.number().int().min(1).max(1_000_000),
  itemId: Slug,
  value: ResponseValue,
  flagged: z.boolean(),
});
export type SaveInput = z.infer<typeof SaveInput>;

/** Changes in the order in which they were made, numbered without a gap. */
export const SavesInput = z
  .strictObject({
    writer: z.number().int().min(1).max(1_000_000),
    saves: z.array(SaveInput).min(1).max(mostSaves),
  })
  .refine(({ saves }) => saves.every(({ sequence }, at) => sequence === saves[0]!.sequence + at), {
    path: ['saves'],
    message: 'sequence numbers must rise by one',
  });
export type SavesInput = z.infer<typeof SavesInput>;

/** Given once everything that was sent is committed. */
export const SavedView = z.object({
  savedAt: Instant,
  revisions: z.array(z.object({ itemId: Slug, revision: z.number().int().positive() })),
  deadlineAt: Instant,
  serverNow: Instant,
});
export type SavedView = z.infer<typeof SavedView>;

export const SubmitInput = z.strictObject({ writer: z.number().int().min(1).max(1_000_000) });
export type SubmitInput = z.infer<typeof SubmitInput>;

export const SubmittedView = z.object({
  state: AttemptState,
  submittedAt: Instant,
  submitCause: EndCause,
});
export type SubmittedView = z.infer<typeof SubmittedView>;

/** What the sitting reached in one competency. */
export const CompetencyResult = z.object({
  competency: CompetencyId,
  title: LocalizedText,
  itemCount: z.number().int().positive(),
  scoreCents: ScoreCents,
});
export type CompetencyResult = z.infer<typeof CompetencyResult>;

/** The key of an item, shown once the session is closed for everybody. */
export const ReleasedKey = z.union([
  z.object({ chosen: z.array(OptionId) }),
  z.object({ truth: z.boolean() }),
  z.object({ value: z.number(), tolerance: z.number() }),
  z.object({ accept: z.array(z.string()) }),
]);
export type ReleasedKey = z.infer<typeof ReleasedKey>;

/** How a response fared. `unreadable`: something was typed or chosen that the item's type cannot take. */
export const ItemOutcome = z.enum(['right', 'partial', 'wrong', 'unanswered', 'unreadable']);
export type ItemOutcome = z.infer<typeof ItemOutcome>;

export const ReleasedItem = z.object({
  item: PublicItem,
  competency: CompetencyId,
  response: ResponseValue,
  /** The share of the item's one mark that was earned, as an exact fraction. */
  earned: z.number().int().min(0),
  of: z.number().int().positive(),
  outcome: ItemOutcome,
  key: ReleasedKey,
  rationale: LocalizedText,
  optionRationales: z.array(z.object({ id: OptionId, rationale: LocalizedText })),
});
export type ReleasedItem = z.infer<typeof ReleasedItem>;

/** The result of a scored sitting. `items` is null until nobody can sit any form any more that holds one of its items, at `releaseAt`. */
export const AttemptReportView = z.object({
  id: Id,
  entryId: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  startedAt: Instant,
  submittedAt: Instant,
  submitCause: EndCause,
  scoreCents: ScoreCents,
  itemCount: z.number().int().positive(),
  answeredCount: z.number().int().min(0),
  competencies: z.array(CompetencyResult),
  releaseAt: Instant,
  items: z.array(ReleasedItem).nullable(),
});
export type AttemptReportView = z.infer<typeof AttemptReportView>;
