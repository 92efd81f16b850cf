import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { SchemeRef } from './scheme.ts';
import { Grade, Id, Instant, LevelCode, RoleCode, ScoreCents } from './vocabulary.ts';

/** A window to be scheduled; what is examined in it follows from role and level. */
export const ExamSessionInput = z
  .strictObject({
    title: LocalizedText,
    role: RoleCode,
    level: LevelCode,
    opensAt: Instant,
    closesAt: Instant,
  })
  .refine(({ opensAt, closesAt }) => Date.parse(closesAt) > Date.parse(opensAt), {
    path: ['closesAt'],
    message: 'must be later than opensAt',
  });
export type ExamSessionInput = z.infer<typeof ExamSessionInput>;

export const ExamSessionView = z.object({
  id: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  opensAt: Instant,
  closesAt: Instant,
  scheme: SchemeRef,
  labId: z.string(),
  durationSec: z.number().int(),
  itemCount: z.number().int(),
  enrolledCount: z.number().int(),
});
export type ExamSessionView = z.infer<typeof ExamSessionView>;

/** When one of the three parts was begun, ends, was handed in, and what it scored. */
const partTimes = {
  startedAt: Instant.nullable(),
  deadlineAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  /** Null until the part is scored. */
  scoreCents: ScoreCents.nullable(),
};

export const ExamPart = z.object({
  state: z.enum(['not-started', 'open', 'submitted', 'scored']),
  attemptId: Id.nullable(),
  durationSec: z.number().int(),
  itemCount: z.number().int(),
  ...partTimes,
});
export type ExamPart = z.infer<typeof ExamPart>;

export const LabPart = z.object({
  state: z.enum(['not-started', 'open', 'handed-in', 'graded', 'stalled']),
  labSessionId: Id.nullable(),
  title: LocalizedText.nullable(),
  durationSec: z.number().int().nullable(),
  ...partTimes,
});
export type LabPart = z.infer<typeof LabPart>;

export const PortfolioPart = z.object({
  state: z.enum(['not-started', 'draft', 'submitted', 'in-review', 'adjudication', 'scored']),
  ...partTimes,
});
export type PortfolioPart = z.infer<typeof PortfolioPart>;

/** What was decided on an entry; `outcome` is null until a certifier has decided. */
export const OutcomePart = z.object({
  outcome: z.enum(['grant', 'refuse']).nullable(),
  grade: Grade.nullable(),
  decidedAt: Instant.nullable(),
  credentialNumber: z.string().nullable(),
  credentialState: z.enum(['issued', 'revoked']).nullable(),
});
export type OutcomePart = z.infer<typeof OutcomePart>;

/** One entry as its candidate sees it at home: the three parts and the result. */
export const OwnEntry = z.object({
  id: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  cohortName: z.string().nullable(),
  opensAt: Instant,
  closesAt: Instant,
  serverNow: Instant,
  exam: ExamPart,
  lab: LabPart,
  portfolio: PortfolioPart,
  result: OutcomePart,
});
export type OwnEntry = z.infer<typeof OwnEntry>;
