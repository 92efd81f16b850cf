/** Somebody who could review, with the work they have. */
export type Reviewer = {
  readonly id: string;
  readonly institutionId: string | null;
  /** Reviews assigned and not submitted. */
  readonly openCount: number;
  /** Reviews ever assigned. */
  readonly totalCount: number;
};

/** Who may not review a portfolio, and whose people only if there is nobody else. */
export type Conflicts = {
  /** The candidate, the trainers of the cohort, whoever has reviewed it already. */
  readonly personIds: readonly string[];
  readonly institutionIds: readonly string[];
};

/**
 * The `count` reviewers with the least open work, people of the candidate's own institution last.
 *
 * @returns their ids, or null when there are too few
 */
export const chooseReviewers = (
  pool: readonly Reviewer[],
  { personIds, institutionIds }: Conflicts,
  count: number,
): string[] | null => {
  const isInside = ({ institutionId }: Reviewer) =>
    Number(institutionId !== null && institutionIds.includes(institutionId));
  const chosen = pool
    .filter(({ id }) => !personIds.includes(id))
    .sort(
      (a, b) =>
        isInside(a) - isInside(b) ||
        a.openCount - b.openCount ||
        a.totalCount - b.totalCount ||
        a.id.localeCompare(b.id),
    )
    .slice(0, count);
  return chosen.length === count ? chosen.map(({ id }) => id) : null;
};
