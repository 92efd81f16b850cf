import {
  AttemptState,
  CredentialState,
  DecisionBasis,
  DecisionOutcome,
  DecisionState,
  DimensionCode,
  EndCause,
  EntryCause,
  EntryState,
  Grade,
  Id,
  LabSessionState,
  LevelCode,
  LocalizedText,
  PartKind,
  PortfolioState,
  ReviewKind,
  ReviewState,
  RoleCode,
  ScoreCents,
  SessionPurpose,
} from '@ennead/contracts';
import { z } from 'zod';

/** Instants come in JSON as PostgreSQL writes them there, and go on in UTC. */
const Time = z.string().transform((json) => new Date(json).toISOString());
const score = { scoredAt: Time.nullable(), scoreCents: ScoreCents.nullable() };

const CaseAttempt = z.object({
  id: Id,
  number: z.number(),
  formId: Id,
  state: AttemptState,
  startedAt: Time,
  deadlineAt: Time,
  submittedAt: Time.nullable(),
  submitCause: EndCause.nullable(),
  ...score,
});

const CaseLab = z.object({
  id: Id,
  number: z.number(),
  labVersion: z.number(),
  labHash: z.string(),
  state: LabSessionState,
  snapshotId: Id.nullable(),
  startedAt: Time,
  deadlineAt: Time,
  handedInAt: Time.nullable(),
  handInCause: EndCause.nullable(),
  gradedAt: Time.nullable(),
  scoreCents: ScoreCents.nullable(),
  verdictId: Id.nullable(),
});

/** One review of any version of the portfolio. */
const CaseReview = z.object({
  id: Id,
  versionId: Id,
  reviewerId: Id,
  kind: ReviewKind,
  state: ReviewState,
});
export type CaseReview = z.infer<typeof CaseReview>;

const CasePortfolio = z.object({
  id: Id,
  state: PortfolioState,
  experience: z.object({ years: z.number(), text: z.string() }).nullable(),
  submittedAt: Time.nullable(),
  ...score,
  version: z.object({ id: Id, number: z.number(), sha256: z.string(), submittedAt: Time }).nullable(),
  reviews: z.array(CaseReview),
});

const CasePart = z.object({
  id: Id,
  position: z.number(),
  dimension: DimensionCode,
  kind: PartKind,
  contentId: z.string(),
  contentHash: z.string(),
  weight: z.number(),
  durationSec: z.number().nullable(),
  closesAt: Time,
  isClosed: z.boolean(),
  itemCount: z.number().nullable(),
  attempt: CaseAttempt.nullable(),
  lab: CaseLab.nullable(),
  portfolio: CasePortfolio.nullable(),
});
export type CasePart = z.infer<typeof CasePart>;

const CaseDecision = z.object({
  id: Id,
  state: DecisionState,
  outcome: DecisionOutcome,
  grade: Grade.nullable(),
  reason: z.string(),
  experience: z.object({ met: z.boolean(), years: z.number(), note: z.string() }),
  basis: DecisionBasis,
  schemeHash: z.string(),
  decidedAt: Time,
  effectiveAt: Time.nullable(),
  notifiedAt: Time.nullable(),
  certifierId: Id,
  certifierName: z.string(),
});
export type CaseDecision = z.infer<typeof CaseDecision>;

const CaseCredential = z.object({
  id: Id,
  number: z.string(),
  state: CredentialState,
  term: z.number(),
  issuedAt: Time,
  expiresAt: Time.nullable(),
  revokedAt: Time.nullable(),
  revokedReason: z.string().nullable(),
  supersededBy: z.string().nullable(),
});
export type CaseCredential = z.infer<typeof CaseCredential>;

/** One entry with all that its result hangs on: a row of `case_view`. */
export const Case = z.object({
  entryId: Id,
  enrolmentId: Id,
  candidateId: Id,
  candidateName: z.string(),
  role: RoleCode,
  level: LevelCode,
  number: z.number(),
  cause: EntryCause,
  state: EntryState,
  stateReason: z.string().nullable(),
  enteredAt: z.date(),
  firstSatAt: z.date().nullable(),
  cohortId: Id.nullable(),
  cohortName: z.string().nullable(),
  trainerIds: z.array(Id),
  institutionId: Id.nullable(),
  institutionName: LocalizedText.nullable(),
  session: z.object({
    id: Id,
    title: LocalizedText,
    purpose: SessionPurpose,
    opensAt: Time,
    closesAt: Time,
    schemeHash: z.string(),
    standardHash: z.string(),
  }),
  parts: z.array(CasePart),
  decision: CaseDecision.nullable(),
  /** A decision that waits for a second person. */
  proposal: CaseDecision.nullable(),
  credential: CaseCredential.nullable(),
  now: z.date(),
});
export type Case = z.infer<typeof Case>;

/** Everybody's reviews of the candidate's work. */
export const reviewsOf = ({ parts }: Pick<Case, 'parts'>): readonly CaseReview[] =>
  parts.flatMap(({ portfolio }) => portfolio?.reviews ?? []);
