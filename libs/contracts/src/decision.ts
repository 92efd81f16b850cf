import { z } from 'zod';
import { CarriedScore } from './carried-score.ts';
import { CredentialStatus } from './credential.ts';
import { DecisionState } from './lifecycle/decision.ts';
import { experienceLimits } from './limits.ts';
import { ConflictKind } from './impartiality.ts';
import { LocalizedText } from './locale.ts';
import { pageOf, pageQuery } from './paging.ts';
import { ComposedResult, CompositeTenThousandths, DimensionScores } from './result.ts';
import { Reason } from './reason.ts';
import { DimensionCode, Grade, Id, Instant, LevelCode, RoleCode, ScoreCents } from './vocabulary.ts';

/** Until when whoever a decision is about may appeal against it, and whether that is over. */
export const AppealTerm = z.object({ until: Instant, isOver: z.boolean() });
export type AppealTerm = z.infer<typeof AppealTerm>;

/** `withdraw` takes a grade back that should not have been granted. */
export const DecisionOutcome = z.enum(['grant', 'refuse', 'withdraw']);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

/** How near a result lies to a line that decides; the distance is signed: negative is below the line. */
export const NearBoundary = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cut'),
    grade: Grade,
    cutCents: ScoreCents,
    distanceTenThousandths: z.number().int(),
  }),
  z.object({
    kind: z.literal('floor'),
    dimension: DimensionCode,
    floorCents: ScoreCents,
    distanceCents: z.number().int(),
  }),
]);
export type NearBoundary = z.infer<typeof NearBoundary>;

/** Why a case cannot be decided by this certifier now. `state` is the state of the part that has no score. */
export const DecisionBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missing'), dimension: DimensionCode, state: z.string() }),
  z.object({ kind: z.literal('conflict'), conflict: ConflictKind }),
  /** What this certifier proposed waits for somebody else. */
  z.object({ kind: z.literal('second-person') }),
]);
export type DecisionBlock = z.infer<typeof DecisionBlock>;

/** A decision that takes effect when a second certifier confirms it. */
export const Proposal = z.object({
  certifierName: z.string(),
  outcome: DecisionOutcome,
  grade: Grade.nullable(),
  /** Of a withdrawal: the grade that it takes back. */
  withdrawnGrade: Grade.nullable(),
  proposedAt: Instant,
});
export type Proposal = z.infer<typeof Proposal>;

/** An undecided entry. Name and scores are null where they would undo the blindness of this certifier's own review. */
export const UndecidedCase = z.object({
  entryId: Id,
  candidateName: z.string().nullable(),
  role: RoleCode,
  level: LevelCode,
  /** Which try of its enrolment it is: of nobody's identity, so always there. */
  number: z.number().int().positive(),
  sessionTitle: LocalizedText,
  cohortName: z.string().nullable(),
  scores: DimensionScores.nullable(),
  compositeTenThousandths: CompositeTenThousandths.nullable(),
  grade: Grade.nullable(),
  /** When the last of the three parts was scored; null while one is missing. */
  readySince: Instant.nullable(),
  near: z.array(NearBoundary),
  proposal: Proposal.nullable(),
  blocks: z.array(DecisionBlock),
});
export type UndecidedCase = z.infer<typeof UndecidedCase>;

export const DecidedCase = z.object({
  entryId: Id,
  candidateName: z.string().nullable(),
  role: RoleCode,
  level: LevelCode,
  number: z.number().int().positive(),
  sessionTitle: LocalizedText,
  outcome: DecisionOutcome,
  grade: Grade.nullable(),
  /** Of a withdrawal: the grade that it took back. */
  withdrawnGrade: Grade.nullable(),
  decidedAt: Instant,
  certifierName: z.string(),
  credentialStatus: CredentialStatus.nullable(),
});
export type DecidedCase = z.infer<typeof DecidedCase>;

/** A grade that was granted and that the scores no longer reach: it stands until it is withdrawn. */
export const AboveScoresCase = DecidedCase.pick({
  entryId: true,
  candidateName: true,
  role: true,
  level: true,
  number: true,
  sessionTitle: true,
  certifierName: true,
}).extend({
  grade: Grade,
  /** What the scores come to now; null where it would undo the blindness of this certifier's own review. */
  now: z
    .object({ grade: Grade.nullable(), compositeTenThousandths: CompositeTenThousandths.nullable() })
    .nullable(),
  /** When the composite that counts now was recorded; null while a score is missing. */
  changedAt: Instant.nullable(),
  /** Something is proposed on the case, such as the withdrawal, and waits for a second person. */
  isProposed: z.boolean(),
});
export type AboveScoresCase = z.infer<typeof AboveScoresCase>;

/**
 * The lists of undecided cases: ready, ready but near a line that decides, proposed by another certifier, and those that
 * wait: for a score (where none can come any more, the case itself offers a refusal), for another certifier where this one
 * is barred, or for the answer to what this one proposed.
 */
export const UndecidedList = z.enum(['clear', 'nearBoundary', 'proposed', 'blocked']);
export type UndecidedList = z.infer<typeof UndecidedList>;

/** How many cases each list of one certifier holds. */
export const QueueCounts = z.object({
  clear: z.number().int(),
  nearBoundary: z.number().int(),
  proposed: z.number().int(),
  aboveScores: z.number().int(),
  blocked: z.number().int(),
  decided: z.number().int(),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

/** Without a sort, those that are ready come first, longest ready first. */
export const UndecidedQuery = pageQuery(['candidate', 'composite', 'since']).extend({ list: UndecidedList });
export type UndecidedQuery = z.infer<typeof UndecidedQuery>;
export const UndecidedPage = pageOf(UndecidedCase);
export type UndecidedPage = z.infer<typeof UndecidedPage>;

/** Without a sort, the one whose scores changed longest ago comes first. */
export const AboveScoresQuery = pageQuery(['candidate', 'grade', 'certifier', 'changedAt']);
export type AboveScoresQuery = z.infer<typeof AboveScoresQuery>;
export const AboveScoresPage = pageOf(AboveScoresCase);
export type AboveScoresPage = z.infer<typeof AboveScoresPage>;

/** Without a sort, the newest decision comes first. */
export const DecidedQuery = pageQuery(['candidate', 'outcome', 'certifier', 'decidedAt']);
export type DecidedQuery = z.infer<typeof DecidedQuery>;
export const DecidedPage = pageOf(DecidedCase);
export type DecidedPage = z.infer<typeof DecidedPage>;

export const ExperienceInput = z.strictObject({
  met: z.boolean(),
  years: z.number().min(0).max(experienceLimits.years),
  note: z.string().trim().max(experienceLimits.noteLength),
});
export type ExperienceInput = z.infer<typeof ExperienceInput>;

/** The grade is never an input: a grant gives the grade that the scores compose to. */
export const DecisionInput = z.strictObject({
  outcome: z.enum(['grant', 'refuse']),
  reason: Reason,
  /** Null where a refusal does not go into it; a grant has to. */
  experience: ExperienceInput.nullable(),
});
export type DecisionInput = z.infer<typeof DecisionInput>;

/** What stands against granting the grade that the scores come to, and against a refusal; null where nothing does. */
export const DecisionObstacles = z.object({
  grant: z
    .enum([
      'MARKS_QUESTIONED',
      'DECISION_INCOMPLETE',
      'DECISION_NO_GRADE',
      'EVIDENCE_BROKEN',
      'DECISION_UPON_WITHDRAWN',
      'DECISION_WOULD_LOWER',
    ])
    .nullable(),
  refuse: z.enum(['MARKS_QUESTIONED', 'DECISION_INCOMPLETE', 'DECISION_WOULD_LOWER']).nullable(),
});
export type DecisionObstacles = z.infer<typeof DecisionObstacles>;

/** The reason is shown to the candidate, and to everybody who verifies the certificate. */
export const WithdrawalInput = z.strictObject({ reason: Reason });
export type WithdrawalInput = z.infer<typeof WithdrawalInput>;

/** What the second person says to a proposal. */
export const AnswerInput = z.strictObject({ reason: Reason });
export type AnswerInput = z.infer<typeof AnswerInput>;

export const DecisionView = z.object({
  id: Id,
  state: DecisionState,
  outcome: DecisionOutcome,
  grade: Grade.nullable(),
  /** Of a withdrawal: the grade that it takes back. */
  withdrawnGrade: Grade.nullable(),
  reason: z.string(),
  /** Null for a withdrawal, which checks none. */
  experience: z.object({ met: z.boolean(), years: z.number(), note: z.string() }).nullable(),
  certifierName: z.string(),
  /** Of a proposal: when it was made. */
  decidedAt: Instant,
  /** Who confirmed it as the second person, where the scheme asked for one. */
  confirmedBy: z.string().nullable(),
  confirmReason: z.string().nullable(),
  credential: z
    .object({
      id: Id,
      number: z.string(),
      status: CredentialStatus,
      issuedAt: Instant,
      expiresAt: Instant.nullable(),
      supersededBy: z.string().nullable(),
      revokedAt: Instant.nullable(),
      revokedReason: z.string().nullable(),
    })
    .nullable(),
});
export type DecisionView = z.infer<typeof DecisionView>;

/** A decision as it was made, whatever became of it, with the second person's answer where one was asked for and given. */
export const DecisionRecord = DecisionView.pick({
  id: true,
  state: true,
  outcome: true,
  grade: true,
  withdrawnGrade: true,
  reason: true,
  certifierName: true,
}).extend({
  madeAt: Instant,
  answer: z
    .object({ name: z.string(), answer: z.enum(['agree', 'disagree']), reason: z.string(), at: Instant })
    .nullable(),
});
export type DecisionRecord = z.infer<typeof DecisionRecord>;

/** What a decision rested on, stored with it: the composed result as it stood and every record that it came from. */
export const DecisionBasis = z.object({
  schemeHash: z.string(),
  result: ComposedResult,
  attemptIds: z.array(Id),
  labSessionIds: z.array(Id),
  verdictIds: z.array(Id),
  portfolioVersionIds: z.array(Id),
  reviewIds: z.array(Id),
  carried: z.array(CarriedScore),
  /** The score records that counted: of the parts, the dimensions and the composite. */
  scoreIds: z.array(Id),
  /** Of a withdrawal: the grade that is held again by it, as it was shown; null where there was none. */
  heldAgain: z.object({ entryId: Id, grade: Grade, expiresAt: Instant.nullable() }).nullable().optional(),
  /** Reviews whose marks were set aside before. */
  setAsideIds: z.array(Id).optional(),
  /** Exceptions in force for somebody who acted on the case. */
  exceptionIds: z.array(Id).optional(),
});
export type DecisionBasis = z.infer<typeof DecisionBasis>;
