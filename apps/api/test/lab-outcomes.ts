import type { CaseOutcome } from '@ennead/contracts';
import type { LabPlan } from '@ennead/contracts/internal';
import { scoreByPlan, scoreChecks, type CheckScore } from '@ennead/domain';

/**
 * What a judge would find in work that earns exactly this much by the plan: of each task the first few cases pass.
 * @throws Error where no such work exists
 */
export const outcomesWorth = (plan: LabPlan, scoreCents: number): CheckScore => {
  const { checks } = plan;
  const passing = search(checks, scoreCents);
  if (!passing) throw new Error(`No work earns ${scoreCents} by this plan.`);
  const outcomes = new Map(checks.map(({ task, cases }, at) => [task, firstPass(cases, passing[at]!)]));
  return scoreByPlan(plan, outcomes);
};

type Check = LabPlan['checks'][number];

const firstPass = (cases: Check['cases'], passing: number): CaseOutcome[] =>
  cases.map(({ id, feedback }, at) =>
    at < passing ? { id, passed: true } : { id, passed: false, feedback },
  );

/** How many cases of each task pass; undefined where nothing adds up to what is wanted. */
const search = ([check, ...rest]: readonly Check[], wantedCents: number): number[] | undefined => {
  if (wantedCents < 0) return undefined;
  if (!check) return wantedCents === 0 ? [] : undefined;
  for (let passing = check.cases.length; passing >= 0; passing -= 1) {
    const found = search(rest, wantedCents - worth(check, passing));
    if (found) return [passing, ...found];
  }
  return undefined;
};

const worth = (check: Check, passing: number): number =>
  scoreChecks(
    [{ id: check.task, points: check.points }],
    [check],
    new Map([[check.task, firstPass(check.cases, passing)]]),
  ).scoreCents;
