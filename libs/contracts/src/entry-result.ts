import { ExceptionNote } from './bar-exception.ts';
import { z } from 'zod';
import { CarriedScore } from './carried-score.ts';
import { AppealTerm, DecisionOutcome } from './decision.ts';
import { Certificate } from './enrolment.ts';
import { CredentialStatus } from './credential.ts';
import { EntryState } from './lifecycle/entry.ts';
import { LocalizedText } from './locale.ts';
import { ExamProgress, LabProgress, PortfolioProgress } from './progress.ts';
import { ComposedResult } from './result.ts';
import {
  EndCause,
  EntryCause,
  Grade,
  Id,
  Instant,
  LevelCode,
  RoleCode,
  ScoreCents,
  Sha256,
} from './vocabulary.ts';

/** Which part of the session, and how much it weighs within its dimension. */
const part = { partId: Id, weight: z.number().int().positive() };

/** Where the knowledge score comes from. The score is null until the exam is scored. */
export const KnowledgeSource = z.object({
  ...part,
  dimension: z.literal('knowledge'),
  state: ExamProgress,
  attemptId: Id.nullable(),
  startedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  submitCause: EndCause.nullable(),
  scoredAt: Instant.nullable(),
  scoreCents: ScoreCents.nullable(),
});
export type KnowledgeSource = z.infer<typeof KnowledgeSource>;

/** Where the skills score comes from. `stalled`: the platform could not grade yet, which never counts as a zero. */
export const SkillsSource = z.object({
  ...part,
  dimension: z.literal('skills'),
  state: LabProgress,
  labSessionId: Id.nullable(),
  startedAt: Instant.nullable(),
  handedInAt: Instant.nullable(),
  handInCause: EndCause.nullable(),
  gradedAt: Instant.nullable(),
  scoreCents: ScoreCents.nullable(),
});
export type SkillsSource = z.infer<typeof SkillsSource>;

/** Where the practice score comes from. Who reviewed is not told here. */
export const PracticeSource = z.object({
  ...part,
  dimension: z.literal('practice'),
  state: PortfolioProgress,
  submittedAt: Instant.nullable(),
  /** SHA-256 of the submitted version. */
  versionSha256: Sha256.nullable(),
  submittedReviews: z.number().int().min(0),
  adjudicated: z.boolean(),
  scoredAt: Instant.nullable(),
  scoreCents: ScoreCents.nullable(),
});
export type PracticeSource = z.infer<typeof PracticeSource>;

/** Where the score of one part comes from. */
export const PartSource = z.discriminatedUnion('dimension', [KnowledgeSource, SkillsSource, PracticeSource]);
export type PartSource = z.infer<typeof PartSource>;

/** `full` for the candidate and certifiers; `scores` leaves out reason, certifier and certificate number. */
export const EntryResultView = z.object({
  entryId: Id,
  number: z.number().int().positive(),
  cause: EntryCause,
  state: EntryState,
  /** Why it was excused or replaced; null for the institution. */
  stateReason: z.string().nullable(),
  shows: z.enum(['full', 'scores']),
  own: z.boolean(),
  candidateName: z.string(),
  sessionTitle: LocalizedText,
  cohortName: z.string().nullable(),
  role: RoleCode,
  roleName: LocalizedText,
  level: LevelCode,
  levelName: LocalizedText,
  schemeTitle: LocalizedText,
  /** IANA zone of the scheme, in which the dates of a certificate are written. */
  timeZone: z.string(),
  experienceAsked: z.object({ years: z.number().int().min(0), text: LocalizedText }),
  /** Composed under the scheme of the session; once decided, as it stood when it was decided. */
  result: ComposedResult,
  /** Scores were changed since it was decided: `sources` and `carried` are as they count now, `result` is not. */
  isRescored: z.boolean(),
  /** In the order of the session's parts. */
  sources: z.array(PartSource),
  /** Scores of earlier entries that count here. */
  carried: z.array(CarriedScore),
  /** Bars that were lifted for somebody who acted here, with who approved it and why. */
  exceptions: z.array(ExceptionNote),
  decision: z
    .object({
      outcome: DecisionOutcome,
      grade: Grade.nullable(),
      /** Of a withdrawal: the grade that it took back. */
      withdrawnGrade: Grade.nullable(),
      decidedAt: Instant,
      appeal: AppealTerm,
      reason: z.string().nullable(),
      certifierName: z.string().nullable(),
      /** The second person, where the scheme asked for one. */
      confirmedBy: z.string().nullable(),
      experienceMet: z.boolean().nullable(),
    })
    .nullable(),
  credential: z
    .object({
      number: z.string().nullable(),
      status: CredentialStatus,
      issuedAt: Instant,
      /** Null where the scheme sets no end. */
      expiresAt: Instant.nullable(),
      /** The certificate that took its place. */
      supersededBy: z.string().nullable(),
      revokedAt: Instant.nullable(),
      revokedReason: z.string().nullable(),
    })
    .nullable(),
  /** Others that came of it before and hold no longer, the first one first; none for those who may not know numbers. */
  pastCredentials: z.array(Certificate),
});
export type EntryResultView = z.infer<typeof EntryResultView>;
