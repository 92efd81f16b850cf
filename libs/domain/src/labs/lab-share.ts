import type { LabPlan } from '@ennead/contracts/internal';
import { fractionFromInts, type Fraction } from '../scores/fraction.ts';
import { weighShares } from '../scores/weigh-shares.ts';
import type { CaseOutcomes } from './score-checks.ts';

type Check = LabPlan['checks'][number];

/**
 * The exact share of a lab's points that the outcomes of its cases earn by a plan: a task earns its points by the
 * weight of its passed cases. A case without an outcome counts as failed.
 *
 * @throws RangeError for a plan without checks
 */
export const labShare = ({ checks }: Pick<LabPlan, 'checks'>, outcomes: CaseOutcomes): Fraction =>
  weighShares(checks.map((check) => ({ weight: check.points, raw: taskShare(check, outcomes) })));

const taskShare = ({ task, cases }: Check, outcomes: CaseOutcomes): Fraction => {
  const passed = new Set(outcomes.get(task)?.flatMap((outcome) => (outcome.passed ? [outcome.id] : [])));
  const weightOf = (some: Check['cases']) => some.reduce((sum, { weight }) => sum + weight, 0);
  return fractionFromInts(weightOf(cases.filter(({ id }) => passed.has(id))), weightOf(cases));
};
