import type { Rubric } from '@ennead/contracts';
import { canonicalJson, portfolioShare } from '@ennead/domain';
import type { ContentBank, PortfolioVersion, Review, Score } from '@ennead/persistence';
import { findRecords, pointsOf } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { recomputePortfolioScore } from '../../reviews/recompute-portfolio-score.ts';
import { asRecomputed, type PartOfSession } from './as-recomputed.ts';

type Marked = {
  readonly version: PortfolioVersion;
  readonly rubric: Rubric;
  readonly reviews: readonly Review[];
};

/**
 * The score of a portfolio computed once more from the stored marks, which have to be those that its records hold, by
 * the rubric that they name. @throws DomainFault for marks that do not fit the rubric
 */
export const recomputePortfolio = async (
  manager: EntityManager,
  bank: ContentBank,
  part: PartOfSession,
  record: Score,
  { version, rubric, reviews }: Marked,
): Promise<number | null> => {
  const settlement = recomputePortfolioScore(reviews, rubric);
  if (settlement.kind !== 'settled') return null;
  const submitted = reviews.filter(({ submittedAt }) => submittedAt !== null);
  const marked = await findRecords(manager, record.inputIds);
  const fits =
    record.portfolioVersionId === version.id &&
    record.workHash === version.sha256 &&
    record.questionHash === part.contentHash &&
    marked.length === submitted.length &&
    submitted.every((review) => marked.some((one) => isOf(one, review, part.contentHash)));
  return asRecomputed(manager, bank, part, record, portfolioShare(settlement), fits);
};

const isOf = (record: Score, { id, kind, marks }: Review, rubricHash: string): boolean =>
  record.kind === 'review' &&
  record.reviewId === id &&
  record.questionHash === rubricHash &&
  canonicalJson(record.detail) === canonicalJson({ kind, points: pointsOf(marks) });
