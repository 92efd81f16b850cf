import type { CriterionOutcome, PortfolioOutcome, Rubric } from '@ennead/contracts';
import type { Review } from '@ennead/persistence';

/** A review that counts: its kind and its marks. */
export type CountingReview = Pick<Review, 'kind' | 'marks'>;

/**
 * What each criterion came to, without saying who marked: the moderator's points where one decided, else the mean of
 * the two reviews. In half points, so that a mean is exact.
 */
export const describeOutcome = (
  rubric: Rubric,
  submitted: readonly CountingReview[],
  scoreCents: number,
): PortfolioOutcome => {
  const adjudication = submitted.find(({ kind }) => kind === 'adjudication');
  const deciding = adjudication ? [adjudication, adjudication] : submitted;
  const criteria = rubric.criteria.map((criterion): CriterionOutcome => {
    const halfPoints = deciding.reduce((sum, { marks }) => sum + (marks[criterion.id]?.points ?? 0), 0);
    const level = criterion.levels.find(({ points }) => points * 2 === halfPoints);
    return {
      id: criterion.id,
      competency: criterion.competency,
      title: criterion.title,
      weight: criterion.weight,
      halfPoints,
      descriptor: level?.descriptor ?? null,
    };
  });
  return { scoreCents, adjudicated: adjudication !== undefined, criteria };
};
