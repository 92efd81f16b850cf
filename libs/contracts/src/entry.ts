import { z } from 'zod';
import { MissingClearance } from './clearance.ts';
import { CredentialStatus } from './credential.ts';
import { EntryState } from './lifecycle/entry.ts';
import { LocalizedText } from './locale.ts';
import { ExamProgress, LabProgress, PortfolioProgress } from './progress.ts';
import { CarriedScore } from './carried-score.ts';
import { AppealTerm, DecisionOutcome } from './decision.ts';
import { SessionPlace } from './exam-session.ts';
import {
  DimensionCode,
  EntryCause,
  Grade,
  Id,
  Instant,
  LevelCode,
  RoleCode,
  ScoreCents,
} from './vocabulary.ts';

/** What every part of an entry has: its place in the session, and when it was begun, ends, was handed in and scored. */
const shared = {
  partId: Id,
  dimension: DimensionCode,
  weight: z.number().int().positive(),
  /** When the part can last be begun, or a portfolio be submitted. */
  closesAt: Instant,
  startedAt: Instant.nullable(),
  deadlineAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  /** Null until the part is scored. */
  scoreCents: ScoreCents.nullable(),
};

/** As long as this candidate has for it, and what of that was granted to them: so much may lie past the end of the part. */
const ownTime = { durationSec: z.number().int(), grantedSec: z.number().int() };

export const ExamPart = z.object({
  kind: z.literal('form'),
  state: ExamProgress,
  attemptId: Id.nullable(),
  ...ownTime,
  itemCount: z.number().int(),
  ...shared,
});
export type ExamPart = z.infer<typeof ExamPart>;

export const LabPart = z.object({
  kind: z.literal('lab'),
  state: LabProgress,
  labSessionId: Id.nullable(),
  title: LocalizedText.nullable(),
  ...ownTime,
  ...shared,
});
export type LabPart = z.infer<typeof LabPart>;

export const PortfolioPart = z.object({
  kind: z.literal('portfolio'),
  state: PortfolioProgress,
  portfolioId: Id.nullable(),
  ...shared,
});
export type PortfolioPart = z.infer<typeof PortfolioPart>;

export const EntryPart = z.discriminatedUnion('kind', [ExamPart, LabPart, PortfolioPart]);
export type EntryPart = z.infer<typeof EntryPart>;

/** What was decided on an entry; `outcome` is null until a decision has taken effect. */
export const OutcomePart = z.object({
  outcome: DecisionOutcome.nullable(),
  grade: Grade.nullable(),
  decidedAt: Instant.nullable(),
  /** Against what was decided. */
  appeal: AppealTerm.nullable(),
  credentialNumber: z.string().nullable(),
  credentialStatus: CredentialStatus.nullable(),
});
export type OutcomePart = z.infer<typeof OutcomePart>;

/** One entry as its candidate sees it at home: its parts in their order, and the result. */
export const OwnEntry = z.object({
  id: Id,
  enrolmentId: Id,
  /** Which try of the enrolment this is. */
  number: z.number().int().positive(),
  cause: EntryCause,
  state: EntryState,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  cohortName: z.string().nullable(),
  opensAt: Instant,
  closesAt: Instant,
  /** Where and how it is held, and the zone in which its times are announced. */
  place: SessionPlace.extend({ timeZone: z.string() }),
  /** The session was cancelled: the entry was excused for that, not for an absence. */
  isCancelled: z.boolean(),
  serverNow: Instant,
  parts: z.array(EntryPart),
  carried: z.array(CarriedScore),
  /** Who invited the candidate, and until when a place is kept; null where nobody waits for an answer. */
  invitation: z
    .object({
      institution: LocalizedText.nullable(),
      invitedBy: z.string().nullable(),
      answerBy: Instant.nullable(),
      /** Whether the body confirms the entry once it is accepted. */
      confirms: z.boolean(),
    })
    .nullable(),
  /** What is missing before the first part, in the order in which it is asked. */
  missing: z.array(MissingClearance),
  /** Whether the papers were seen, for this entry or another one that is open: under a name that is given anew they are seen anew. */
  isIdentitySeen: z.boolean(),
  /** Where the candidate stands in line, counted from 1; null where nobody stands. */
  lineNumber: z.number().int().positive().nullable(),
  /** For how many days a place is kept that is offered from the line. */
  offerDays: z.number().int().positive(),
  /** Why it never came about, where whoever ended it said so. */
  fallenReason: z.string().nullable(),
  result: OutcomePart,
});
export type OwnEntry = z.infer<typeof OwnEntry>;
