/**
 * For how long the clock of a script stood still, in SQL that has `review` in scope: from each problem that was reported to its answer, or
 * until now.
 */
export const heldTime = `coalesce((SELECT sum(coalesce(problem.answered_at, clock()) - problem.reported_at)
  FROM script_problem problem WHERE problem.review_id = review.id), interval '0')`;
