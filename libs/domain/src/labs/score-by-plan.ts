import type { LabPlan } from '@ennead/contracts/internal';
import { scoreChecks, type CaseOutcomes, type CheckScore } from './score-checks.ts';

/** What the outcomes of cases are worth by the plan that they were judged by: all that a score needs to be repeated. */
export const scoreByPlan = ({ checks }: LabPlan, outcomes: CaseOutcomes): CheckScore =>
  scoreChecks(
    checks.map(({ task: id, points }) => ({ id, points })),
    checks,
    outcomes,
  );
