import type { Rubric } from '@ennead/contracts';
import { portfolioShare, reviewShare, scoreReview, type Settlement } from '@ennead/domain';
import type { Portfolio, PortfolioVersion, Review } from '@ennead/persistence';
import { reported, type Conversion } from './attempt-records.ts';
import { asRaw, newId, type NewScore } from './score-records.ts';

/** A portfolio whose reviews are in and settled; the rubric is the one that they were marked by. */
export type SettledPortfolio = {
  readonly portfolio: Pick<Portfolio, 'entryId' | 'sessionPartId'>;
  readonly version: Pick<PortfolioVersion, 'id' | 'sha256' | 'submittedAt'>;
  readonly rubric: { readonly hash: string; readonly body: Rubric };
  /** Those that were submitted. */
  readonly reviews: readonly Pick<Review, 'id' | 'kind' | 'marks'>[];
  readonly settlement: Settlement & { readonly kind: 'settled' };
};

/** The records of a portfolio: one a review, and that of the whole, which comes last. */
export const portfolioRecords = (settled: SettledPortfolio, conversion: Conversion): NewScore[] => {
  const { portfolio, version, rubric, settlement } = settled;
  const reviews = settled.reviews.map((review) => reviewRecord(settled, review));
  return [
    ...reviews,
    {
      id: newId(),
      kind: 'portfolio',
      sessionPartId: portfolio.sessionPartId,
      portfolioVersionId: version.id,
      workHash: version.sha256,
      questionHash: rubric.hash,
      inputIds: reviews.map(({ id }) => id),
      ...reported(portfolioShare(settlement), conversion),
      satAt: version.submittedAt,
      detail: { by: settlement.by },
    },
  ];
};

const reviewRecord = (
  { portfolio, version, rubric }: SettledPortfolio,
  { id, kind, marks }: SettledPortfolio['reviews'][number],
): NewScore => {
  const reportedCents = scoreReview(rubric.body, marks);
  return {
    id: newId(),
    kind: 'review',
    sessionPartId: portfolio.sessionPartId,
    reviewId: id,
    workHash: version.sha256,
    questionHash: rubric.hash,
    ...asRaw(reviewShare(reportedCents)),
    reportedCents,
    detail: { kind, points: pointsOf(marks) },
  };
};

/** Points by criterion, without the remarks: those are for the candidate, and no part of the score. */
export const pointsOf = (marks: Review['marks']): Record<string, number> =>
  Object.fromEntries(Object.entries(marks).map(([criterion, { points }]) => [criterion, points]));
