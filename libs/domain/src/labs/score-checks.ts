import type { CaseOutcome, CheckOutcome } from '@ennead/contracts';

/** A check of a suite, as far as its points go. */
export type WeightedCheck = {
  readonly task: string;
  readonly cases: readonly { readonly id: string; readonly weight: number }[];
};
export type TaskPoints = { readonly id: string; readonly points: number };
/** What came of the cases, by task. */
export type CaseOutcomes = ReadonlyMap<string, readonly CaseOutcome[]>;
export type CheckScore = { readonly checks: CheckOutcome[]; readonly scoreCents: number };

/**
 * Points for every check of a suite: a task earns its points (in hundredths) by the weight of its passed cases,
 * rounded down; the score is their sum. A task that the suite does not check earns nothing and is not listed; a case
 * without an outcome counts as failed.
 *
 * @throws RangeError when a check names a task that the lab does not have.
 */
export const scoreChecks = (
  tasks: readonly TaskPoints[],
  suite: readonly WeightedCheck[],
  outcomes: CaseOutcomes,
): CheckScore => {
  const checks = suite.map((check) => scoreCheck(check, tasks, outcomes.get(check.task) ?? []));
  return { checks, scoreCents: checks.reduce((sum, check) => sum + check.earnedCents, 0) };
};

const scoreCheck = (
  check: WeightedCheck,
  tasks: readonly TaskPoints[],
  outcomes: readonly CaseOutcome[],
): CheckOutcome => {
  const task = tasks.find(({ id }) => id === check.task);
  if (!task) throw new RangeError(`no task ${check.task} in this lab`);
  const cases = check.cases.map(
    ({ id }) => outcomes.find((outcome) => outcome.id === id) ?? { id, passed: false },
  );
  const totalWeight = check.cases.reduce((sum, { weight }) => sum + weight, 0);
  const passedWeight = check.cases.reduce(
    (sum, { weight }, index) => sum + (cases[index]?.passed ? weight : 0),
    0,
  );
  const pointsCents = task.points * 100;
  return {
    id: check.task,
    pointsCents,
    earnedCents: Math.floor((pointsCents * passedWeight) / totalWeight),
    cases,
  };
};
