import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { ComposedResult } from './result.ts';
import { Grade, Id, Instant, LevelCode, RoleCode, ScoreCents, Sha256 } from './vocabulary.ts';

/** Where the knowledge score comes from. The score is null until the exam is scored. */
export const KnowledgeSource = z.object({
  state: z.enum(['not-started', 'open', 'submitted', 'scored']),
  attemptId: Id.nullable(),
  startedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  submitCause: z.enum(['candidate', 'expiry']).nullable(),
  scoredAt: Instant.nullable(),
  scoreCents: ScoreCents.nullable(),
});
export type KnowledgeSource = z.infer<typeof KnowledgeSource>;

/** Where the skills score comes from. `stalled`: the platform could not grade yet, which never counts as a zero. */
export const SkillsSource = z.object({
  state: z.enum(['not-started', 'open', 'handed-in', 'graded', 'stalled']),
  labSessionId: Id.nullable(),
  startedAt: Instant.nullable(),
  handedInAt: Instant.nullable(),
  handInCause: z.enum(['candidate', 'expiry']).nullable(),
  gradedAt: Instant.nullable(),
  scoreCents: ScoreCents.nullable(),
});
export type SkillsSource = z.infer<typeof SkillsSource>;

/** Where the practice score comes from. Who reviewed is not told here. */
export const PracticeSource = z.object({
  state: z.enum(['not-started', 'draft', 'submitted', 'in-review', 'adjudication', 'scored']),
  submittedAt: Instant.nullable(),
  /** SHA-256 of the submitted version. */
  versionSha256: Sha256.nullable(),
  submittedReviews: z.number().int().min(0),
  adjudicated: z.boolean(),
  scoredAt: Instant.nullable(),
  scoreCents: ScoreCents.nullable(),
});
export type PracticeSource = z.infer<typeof PracticeSource>;

export const ResultSources = z.object({
  knowledge: KnowledgeSource,
  skills: SkillsSource,
  practice: PracticeSource,
});
export type ResultSources = z.infer<typeof ResultSources>;

/** `full` for the candidate and certifiers; `scores` leaves out reason, certifier and certificate number. */
export const EntryResultView = z.object({
  entryId: Id,
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
  experienceAsked: z.object({ years: z.number().int().min(0), text: LocalizedText }),
  /** Composed under the scheme of the session; once decided, as it stood when it was decided. */
  result: ComposedResult,
  sources: ResultSources,
  decision: z
    .object({
      outcome: z.enum(['grant', 'refuse']),
      grade: Grade.nullable(),
      decidedAt: Instant,
      reason: z.string().nullable(),
      certifierName: z.string().nullable(),
      experienceMet: z.boolean().nullable(),
    })
    .nullable(),
  credential: z
    .object({
      number: z.string().nullable(),
      state: z.enum(['issued', 'revoked']),
      issuedAt: Instant,
      revokedAt: Instant.nullable(),
      revokedReason: z.string().nullable(),
    })
    .nullable(),
});
export type EntryResultView = z.infer<typeof EntryResultView>;
