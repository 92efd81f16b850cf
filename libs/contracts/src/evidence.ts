import { z } from 'zod';
import { AuditEventView } from './audit.ts';
import { DecisionObstacles, DecisionRecord, DecisionView, NearBoundary } from './decision.ts';
import { KnowledgeSource, PracticeSource, SkillsSource } from './entry-result.ts';
import { ExceptionNote } from './bar-exception.ts';
import { CheckOutcome } from './lab.ts';
import { EntryState } from './lifecycle/entry.ts';
import { ReviewState } from './lifecycle/review.ts';
import { ConflictKind } from './impartiality.ts';
import { LocalizedText } from './locale.ts';
import { CarriedScore } from './carried-score.ts';
import { TryView } from './enrolment.ts';
import { MarksNote } from './questioned-marks.ts';
import { ManifestArtefact } from './portfolio.ts';
import { CompetencyScore, ComposedResult } from './result.ts';
import { Rubric } from './rubric.ts';
import { SchemeLevel } from './scheme.ts';
import { DimensionCode, Grade, Id, Instant, LevelCode, RoleCode, ScoreCents } from './vocabulary.ts';

/** Of a signature over what is stored. `unknown-key`: it names no key, or none that signs such things. Only `verified` is sound. */
export const SignatureState = z.enum(['verified', 'broken', 'unknown-key']);
export type SignatureState = z.infer<typeof SignatureState>;

export const ExamEvidence = KnowledgeSource.extend({
  deadlineAt: Instant.nullable(),
  formId: Id.nullable(),
  formSeed: z.number().int().nullable(),
  blueprintId: z.string(),
  blueprintHash: z.string(),
  itemCount: z.number().int(),
  answeredCount: z.number().int(),
  /** Saves that were acknowledged, over the whole sitting. */
  saveCount: z.number().int(),
  competencies: z.array(CompetencyScore.extend({ title: LocalizedText.nullable() })),
  /**
   * The stored answers scored again by the questions and keys that the record names; null until scored, and where the
   * record does not fit its evidence although the sum is the same.
   */
  recomputedCents: ScoreCents.nullable(),
});
export type ExamEvidence = z.infer<typeof ExamEvidence>;

export const LabEvidence = SkillsSource.extend({
  labId: z.string(),
  labTitle: LocalizedText.nullable(),
  labVersion: z.number().int().nullable(),
  labHash: z.string().nullable(),
  /** The verdict's cases worth by the plan that the record names, exactly; null as of an exam. */
  recomputedCents: ScoreCents.nullable(),
  verdict: z
    .object({
      id: Id,
      treeHash: z.string(),
      planHash: z.string(),
      secretsHash: z.string(),
      fence: z.number().int(),
      checks: z.array(CheckOutcome),
      taskTitles: z.record(z.string(), LocalizedText),
      scoreCents: ScoreCents,
      gradedAt: Instant,
      signature: SignatureState,
      /** The graded files are those that were frozen at hand-in. */
      treeIsHandedIn: z.boolean(),
      /** What the checks add up to by the plan that they were judged by, as the verdict rounds. */
      recomputedCents: ScoreCents,
    })
    .nullable(),
});
export type LabEvidence = z.infer<typeof LabEvidence>;

export const EvidenceReview = z.object({
  id: Id,
  kind: z.enum(['review', 'adjudication']),
  state: ReviewState,
  reviewerName: z.string(),
  assignedAt: Instant,
  submittedAt: Instant.nullable(),
  marks: z.array(z.object({ criterion: z.string(), points: z.number(), note: z.string() })),
  comment: z.string(),
  scoreCents: ScoreCents.nullable(),
  recomputedCents: ScoreCents.nullable(),
});
export type EvidenceReview = z.infer<typeof EvidenceReview>;

export const PortfolioEvidence = PracticeSource.extend({
  portfolioId: Id.nullable(),
  versionNumber: z.number().int().nullable(),
  /** The stored manifest hashes to the stored SHA-256. */
  manifestIntact: z.boolean().nullable(),
  claims: z.array(
    z.object({
      competency: z.string(),
      competencyTitle: LocalizedText.nullable(),
      text: z.string(),
      artefactIds: z.array(Id),
    }),
  ),
  artefacts: z.array(ManifestArtefact),
  experience: z.object({ years: z.number(), text: z.string() }).nullable(),
  rubric: Rubric.nullable(),
  reviews: z.array(EvidenceReview),
  recomputedCents: ScoreCents.nullable(),
});
export type PortfolioEvidence = z.infer<typeof PortfolioEvidence>;

/** An earlier entry of the same enrolment, as it was decided. */
export const EarlierTry = TryView.extend({ certifierName: z.string().nullable() });
export type EarlierTry = z.infer<typeof EarlierTry>;

/**
 * Why a stored score is not what the stored evidence yields. `score`: the part's evidence comes to another score;
 * `no-verdict`, `verdict-sum`, `other-tree`, `signature`: the lab's verdict is missing, does not add up, is on other files, or
 * is not what was signed; `manifest`: the portfolio is not the one that was frozen; `sum`: the dimension is not what its parts
 * come to, or not what it was carried over from, or the composite is not that of the dimensions.
 */
export const EvidenceFault = z.object({
  dimension: DimensionCode,
  /** Null where the whole dimension is at fault. */
  partId: Id.nullable(),
  because: z.enum(['score', 'no-verdict', 'verdict-sum', 'other-tree', 'signature', 'manifest', 'sum']),
});
export type EvidenceFault = z.infer<typeof EvidenceFault>;

/** Everything that a decision rests on, in the order of the way of the data. */
export const Evidence = z.object({
  session: z.object({ id: Id, title: LocalizedText, opensAt: Instant, closesAt: Instant }),
  scheme: z.object({
    id: z.string(),
    version: z.number().int(),
    hash: z.string(),
    title: LocalizedText,
    /** IANA name: of every day in a certificate's life. */
    timeZone: z.string(),
    level: SchemeLevel,
  }),
  exams: z.array(ExamEvidence),
  labs: z.array(LabEvidence),
  portfolios: z.array(PortfolioEvidence),
  result: ComposedResult,
  /** Scores of earlier entries that count here. */
  carried: z.array(CarriedScore),
  near: z.array(NearBoundary),
  /** Whether the scheme lets nobody decide this result alone. */
  needsSecondPerson: z.boolean(),
  /** The first one first. */
  earlier: z.array(EarlierTry),
  /** Scores were changed since the decision in effect was made. */
  isRescored: z.boolean(),
  /** The grade that stands is above the one that the scores come to now; only a withdrawal lowers it. */
  isAboveScores: z.boolean(),
  /** The numbers of later tries that were granted upon a score carried over from this one. */
  grantedUpon: z.array(z.number().int().positive()),
  /** The numbers of earlier tries whose grade is withdrawn and whose scores are carried over into this one. No grade is granted upon them. */
  uponWithdrawn: z.array(z.number().int().positive()),
  /** The try whose grade is held again, with a certificate anew, once the one that is held on this entry is withdrawn, or once this entry is decided anew after a withdrawal. */
  heldAgain: z
    .object({
      entryId: Id,
      number: z.number().int().positive(),
      grade: Grade,
      /** Of that certificate; null where it has no end. */
      expiresAt: Instant.nullable(),
    })
    .nullable(),
  /** A grant is refused while there are any. */
  faults: z.array(EvidenceFault),
  obstacles: DecisionObstacles,
  /** Every decision on this entry, whatever became of it, the first one first. */
  decisions: z.array(DecisionRecord),
  /** Bars that were lifted for somebody in this case, its session or its cell. */
  exceptions: z.array(ExceptionNote),
  /** Marks whose author was tied to the candidate, as came to light when they were in, with what was answered. */
  questionedMarks: z.array(MarksNote),
  trail: z.array(AuditEventView),
});
export type Evidence = z.infer<typeof Evidence>;

/** What it was proposed upon has changed since, or something stands against it that did not then. */
export const ProposalObstacle = z.enum([
  'DECISION_CHANGED',
  ...DecisionObstacles.shape.grant.unwrap().options,
]);
export type ProposalObstacle = z.infer<typeof ProposalObstacle>;

/**
 * A case for one certifier. Who has a conflict gets the conflicts and no evidence, and no name either where that would
 * undo the blindness of a review.
 */
export const EvidenceView = z.object({
  entryId: Id,
  candidateName: z.string().nullable(),
  role: RoleCode,
  roleName: LocalizedText,
  level: LevelCode,
  levelName: LocalizedText,
  enteredAt: Instant,
  state: EntryState,
  /** Why it was excused or replaced. */
  stateReason: z.string().nullable(),
  cohort: z.object({ name: z.string(), institution: LocalizedText }).nullable(),
  conflicts: z.array(ConflictKind),
  /** Whether all of these may be lifted by a second person, and nothing of it waits for an answer. */
  mayAskException: z.boolean(),
  evidence: Evidence.nullable(),
  /** The decision in effect; it stands while a reopened entry is being decided again. */
  decision: DecisionView.nullable(),
  /** Waits for a second person. */
  proposal: DecisionView.nullable(),
  isProposer: z.boolean(),
  /** Why what is proposed cannot be confirmed any more, only rejected; null where it can, or nothing is proposed. */
  proposalObstacle: ProposalObstacle.nullable(),
  /** How a grade that stands can be taken back; null where there is none, or while something is proposed. */
  withdrawal: z.object({ needsSecondPerson: z.boolean() }).nullable(),
  /** Whether a decision can be made now: the entry is entered or reopened. */
  isOpen: z.boolean(),
});
export type EvidenceView = z.infer<typeof EvidenceView>;
