import type { PersonRole } from '@ennead/contracts';
import { may, type Action, type Standing } from '@ennead/domain';

/** Somebody who could review, with the work they have. */
export type Reviewer = {
  readonly id: string;
  readonly roles: readonly PersonRole[];
  /** To the portfolio. */
  readonly standing: Standing<'portfolio'>;
  /** Reviews assigned and not submitted. */
  readonly openCount: number;
  /** Reviews ever assigned. */
  readonly totalCount: number;
};

/**
 * The `count` reviewers with the least open work.
 *
 * @returns their ids, or null when there are too few who may
 */
export const chooseReviewers = (
  pool: readonly Reviewer[],
  action: Extract<Action, 'portfolio.review' | 'portfolio.adjudicate'>,
  count: number,
): string[] | null => {
  const chosen = pool
    .filter((reviewer) => may(reviewer, action, reviewer.standing))
    .sort((a, b) => a.openCount - b.openCount || a.totalCount - b.totalCount || a.id.localeCompare(b.id))
    .slice(0, count);
  return chosen.length === count ? chosen.map(({ id }) => id) : null;
};
