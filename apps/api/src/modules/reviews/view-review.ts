import {
  Manifest,
  type BlindSubmission,
  type Competency,
  type ReportedProblem,
  type ReviewView,
  type Rubric,
} from '@ennead/contracts';
import type { PortfolioVersion, Review } from '@ennead/persistence';
import type { FoundEntry } from '../enrolments/find-entry.ts';
import { viewBlindArtefact } from '../portfolios/view-artefact.ts';
import { conceal, type Identity } from './conceal.ts';
import { isOpen, viewReviewFacts, type ReviewRow } from './list-reviews.ts';

export type ReviewFacts = {
  readonly review: Review;
  readonly version: PortfolioVersion;
  readonly entry: FoundEntry;
  /** Only to be blacked out. */
  readonly candidate: Identity;
  readonly competencies: readonly Competency[];
  readonly rubric: Rubric;
  readonly problem: ReportedProblem | null;
  /** For a moderator: the two submitted reviews, in a fixed order that says nothing. */
  readonly disputed: readonly Review[];
  /** The reviewer's own queue of the same kind. */
  readonly queue: readonly ReviewRow[];
};

export const viewReview = (facts: ReviewFacts): ReviewView => {
  const { review, version, entry, rubric, disputed, queue } = facts;
  const open = queue.filter(isOpen);
  const portfolioSubmittedAt = version.submittedAt;
  return {
    ...viewReviewFacts({ ...review, role: entry.role, level: entry.level, portfolioSubmittedAt }),
    kind: review.kind,
    rubric,
    submission: viewSubmission(facts),
    marks: review.marks,
    comment: review.comment,
    reviews: disputed.map(({ marks, comment, scoreCents }, at) => ({
      label: at === 0 ? ('A' as const) : ('B' as const),
      marks,
      comment,
      scoreCents: scoreCents ?? 0,
    })),
    problem: facts.problem,
    nextId: nextAfter(review.id, open),
    leftCount: open.length,
  };
};

/** The open review that follows this one, from the start again after the last. */
const nextAfter = (id: string, open: readonly Pick<ReviewRow, 'id'>[]): string | null => {
  const at = open.findIndex((one) => one.id === id);
  return [...open.slice(at + 1), ...open.slice(0, Math.max(at, 0))][0]?.id ?? null;
};

/** @throws ZodError when the stored manifest is none: it is shown as frozen, or not at all */
const viewSubmission = ({ version, candidate, competencies }: ReviewFacts): BlindSubmission => {
  const { claims, experience, artefacts } = Manifest.parse(version.manifest);
  const blind = (text: string) => conceal(text, candidate);
  return {
    competencies: [...competencies],
    claims: claims.map((claim) => ({ ...claim, text: blind(claim.text) })),
    experience: experience && { ...experience, text: blind(experience.text) },
    artefacts: artefacts.map(viewBlindArtefact).map((artefact) => ({
      ...artefact,
      title: artefact.title && blind(artefact.title),
    })),
  };
};
