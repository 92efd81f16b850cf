import {
  Manifest,
  type EvidenceReview,
  type PortfolioEvidence,
  type Rubric,
  type StandardView,
} from '@ennead/contracts';
import { DomainFault, hashContent, scoreReview } from '@ennead/domain';
import { type ContentBank, Person, PortfolioVersion, Review, Score } from '@ennead/persistence';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { CasePart } from '../../enrolments/case.ts';
import { competencyTitleOf } from '../../results/names.ts';
import { viewPractice } from '../../results/view-sources.ts';
import { recomputePortfolio } from './recompute-portfolio.ts';

export type PortfolioContext = {
  readonly bank: ContentBank;
  readonly standard: StandardView;
  readonly examSessionId: string;
};

/** The frozen portfolio with its reviews, and its score computed once more from the stored marks. */
export const readPortfolioEvidence = async (
  manager: EntityManager,
  part: CasePart,
  { bank, standard, examSessionId }: PortfolioContext,
): Promise<PortfolioEvidence> => {
  const frozen = part.portfolio?.version ?? null;
  const version = frozen && (await manager.findOneByOrFail(PortfolioVersion, { id: frozen.id }));
  const manifest = version && Manifest.parse(version.manifest);
  const rubric = await bank.rubric(part.contentHash);
  const record = part.score && (await manager.findOneByOrFail(Score, { id: part.score.id }));
  const place = { contentHash: part.contentHash, examSessionId };
  const reviews = version
    ? await manager.findBy(Review, { portfolioVersionId: version.id, endedAt: IsNull() })
    : [];
  return {
    ...viewPractice(part),
    portfolioId: part.portfolio?.id ?? null,
    versionNumber: version?.number ?? null,
    manifestIntact: version && hashContent(version.manifest) === version.sha256,
    claims: (manifest?.claims ?? []).map((claim) => ({
      ...claim,
      competencyTitle: competencyTitleOf(standard, claim.competency),
    })),
    artefacts: manifest?.artefacts ?? [],
    experience: manifest ? manifest.experience : (part.portfolio?.experience ?? null),
    rubric,
    reviews: await viewReviews(manager, reviews, rubric),
    recomputedCents:
      record && version
        ? await orNullLater(recomputePortfolio(manager, bank, place, record, { version, rubric, reviews }))
        : null,
  };
};

const viewReviews = async (
  manager: EntityManager,
  reviews: readonly Review[],
  rubric: Rubric,
): Promise<EvidenceReview[]> => {
  const people = await manager.findBy(Person, { id: In(reviews.map(({ reviewerId }) => reviewerId)) });
  const byRank = [...reviews].sort(
    (a, b) => b.kind.localeCompare(a.kind) || a.assignedAt.getTime() - b.assignedAt.getTime(),
  );
  return byRank.map((review) => ({
    id: review.id,
    kind: review.kind,
    state: review.state,
    reviewerName: people.find(({ id }) => id === review.reviewerId)?.name ?? '',
    assignedAt: review.assignedAt.toISOString(),
    submittedAt: review.submittedAt?.toISOString() ?? null,
    marks: Object.entries(review.marks).map(([criterion, { points, note }]) => ({
      criterion,
      points,
      note: note ?? '',
    })),
    comment: review.comment,
    scoreCents: review.scoreCents,
    recomputedCents: review.submittedAt ? orNull(() => scoreReview(rubric, review.marks)) : null,
  }));
};

/** Marks that do not fit their rubric yield no score, which shows as one that differs from the stored one. */
const orNull = <T>(compute: () => T): T | null => {
  try {
    return compute();
  } catch (fault) {
    return nullOf(fault);
  }
};
const orNullLater = <T>(computing: Promise<T>): Promise<T | null> => computing.catch(nullOf);

const nullOf = (fault: unknown): null => {
  if (fault instanceof DomainFault) return null;
  throw fault;
};
