import { scoreIdsOf, type Case } from './case.ts';

/** Whether other score records count now than those that the decision in effect rests on. */
export const isRescored = (found: Case): boolean => {
  if (!found.decision) return false;
  const decided = new Set(found.decision.basis.scoreIds);
  const counting = scoreIdsOf(found);
  return counting.length !== decided.size || counting.some((id) => !decided.has(id));
};
