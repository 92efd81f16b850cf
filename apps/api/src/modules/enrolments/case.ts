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
  ExamSessionState,
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
  ScoreCause,
  ScoreCents,
  SessionPurpose,
} from '@ennead/contracts';
import { z } from 'zod';

/** Instants come in JSON as PostgreSQL writes them there, and go on in UTC. */
const Time = z.string().transform((json) => new Date(json).toISOString());

/** A score record that counts: `num` / `den` is the exact share before conversion, `cents` what is reported of it. */
const CaseScore = z.object({
  id: Id,
  cents: ScoreCents.nullable(),
  num: z.string(),
  den: z.string(),
  cause: ScoreCause,
  carriedFromId: Id.nullable(),
  satAt: Time.nullable(),
  at: Time,
});
export type CaseScore = z.infer<typeof CaseScore>;

const CaseAttempt = z.object({
  id: Id,
  number: z.number(),
  formId: Id,
  state: AttemptState,
  startedAt: Time,
  deadlineAt: Time,
  submittedAt: Time.nullable(),
  submitCause: EndCause.nullable(),
  scoredAt: Time.nullable(),
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
  /** The one that counts; before there is a score, the newest. */
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
  scoredAt: Time.nullable(),
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
  /** What was granted for it beyond its duration, and beyond its end. */
  grantedSec: z.number(),
  closesAt: Time,
  isClosed: z.boolean(),
  itemCount: z.number().nullable(),
  attempt: CaseAttempt.nullable(),
  lab: CaseLab.nullable(),
  portfolio: CasePortfolio.nullable(),
  score: CaseScore.nullable(),
});
export type CasePart = z.infer<typeof CasePart>;

/** A score of an earlier entry that counts in this one. */
const CaseCarried = z.object({
  dimension: DimensionCode,
  scoreCents: ScoreCents,
  satAt: Time,
  fromEntryId: Id,
  fromNumber: z.number(),
});

const CaseDecision = z.object({
  id: Id,
  state: DecisionState,
  outcome: DecisionOutcome,
  grade: Grade.nullable(),
  reason: z.string(),
  experience: z.object({ met: z.boolean(), years: z.number(), note: z.string() }).nullable(),
  basis: DecisionBasis,
  schemeHash: z.string(),
  /** When it took effect; of a proposal, when it was made. */
  decidedAt: Time,
  /** The decision that it takes the place of. */
  supersedesId: Id.nullable(),
  /** Of a withdrawal: the grade that it takes back. */
  withdrawnGrade: Grade.nullable(),
  certifierId: Id,
  certifierName: z.string(),
  confirmedBy: z.string().nullable(),
  confirmReason: z.string().nullable(),
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
  latinName: z.string().nullable(),
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
  institutionId: Id.nullable(),
  institutionName: LocalizedText.nullable(),
  session: z.object({
    id: Id,
    title: LocalizedText,
    purpose: SessionPurpose,
    state: ExamSessionState,
    venue: z.string().nullable(),
    halls: z.array(z.string()),
    opensAt: Time,
    closesAt: Time,
    schemeHash: z.string(),
    schemeId: z.string(),
    schemeVersion: z.number(),
    standardHash: z.string(),
  }),
  parts: z.array(CasePart),
  /** In the order in which the dimensions are told everywhere. */
  carried: z
    .array(CaseCarried)
    .transform((all) =>
      DimensionCode.options.flatMap((code) => all.filter(({ dimension }) => dimension === code)),
    ),
  /** What counts for the dimensions and the whole. */
  scores: z.object({
    knowledge: CaseScore.nullable(),
    skills: CaseScore.nullable(),
    practice: CaseScore.nullable(),
    composite: CaseScore.nullable(),
  }),
  decision: CaseDecision.nullable(),
  /** A decision that waits for a second person. */
  proposal: CaseDecision.nullable(),
  credential: CaseCredential.nullable(),
  certificates: z.array(
    CaseCredential.pick({ number: true, state: true, expiresAt: true, revokedAt: true, revokedReason: true }),
  ),
  now: z.date(),
});
export type Case = z.infer<typeof Case>;

/** The records of everything that counts in an entry. */
export const scoreIdsOf = ({ parts, scores }: Pick<Case, 'parts' | 'scores'>): string[] =>
  [...parts.map(({ score }) => score), ...Object.values(scores)].flatMap((score) => score?.id ?? []);

/** When a dimension was first sat in this entry: a portfolio is, once it is submitted; null while it was not. */
export const satAtOf = ({ parts }: Pick<Case, 'parts'>, dimension: DimensionCode): string | null =>
  parts
    .filter((part) => part.dimension === dimension)
    .flatMap(
      ({ attempt, lab, portfolio }) => attempt?.startedAt ?? lab?.startedAt ?? portfolio?.submittedAt ?? [],
    )
    .sort()[0] ?? null;
