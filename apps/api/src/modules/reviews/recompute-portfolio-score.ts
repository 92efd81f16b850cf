import type { Rubric } from '@ennead/contracts';
import { settleReviews, type Settlement } from '@ennead/domain';
import type { Review } from '@ennead/persistence';

export type StoredReview = Pick<Review, 'kind' | 'submittedAt' | 'marks'>;

/**
 * What the stored reviews of a submission come to: the one way to a portfolio's score. The platform settles by it, and
 * a certifier's evidence repeats it.
 *
 * @param reviews all reviews of one submission, in any order; those not submitted do not count
 * @param rubric the one that they were marked by
 */
export const recomputePortfolioScore = (reviews: readonly StoredReview[], rubric: Rubric): Settlement => {
  const submitted = reviews.filter(({ submittedAt }) => submittedAt !== null);
  const adjudication = submitted.find(({ kind }) => kind === 'adjudication');
  return settleReviews(
    rubric,
    submitted.filter(({ kind }) => kind === 'review').map(({ marks }) => marks),
    adjudication?.marks ?? null,
  );
};
