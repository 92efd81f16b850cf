import type { Lab } from '@ennead/contracts';
import type { LabPlan, LabSecrets, LabSuite } from '@ennead/contracts/internal';
import type { TaskPoints } from '../labs/score-checks.ts';

type SuiteOwner = Pick<Lab, 'id'> & { readonly tasks: readonly TaskPoints[] };
type Split = { readonly plan: LabPlan; readonly secrets: Omit<LabSecrets, 'nonce'> };

/**
 * A hidden suite as two bodies: what is judged and what it is worth, and what only the judge may know.
 *
 * @param lab whose suite it is
 * @throws RangeError when the suite checks a task that the lab does not have
 */
export function splitSuite({ id: labId, tasks }: SuiteOwner, { version, command, checks }: LabSuite): Split {
  return {
    plan: {
      labId,
      version,
      command,
      checks: checks.map(({ task, cases }) => ({
        task,
        points: pointsOf(tasks, task),
        cases: cases.map(({ id, weight, timeoutSec, feedback }) => ({ id, weight, timeoutSec, feedback })),
      })),
    },
    secrets: {
      checks: checks.map(({ task, cases }) => ({
        task,
        cases: cases.map(({ id, exchanges }) => ({ id, exchanges })),
      })),
    },
  };
}

/** The suite that a plan and its secrets make together. @throws RangeError when the secrets lack a case of the plan */
export function joinSuite({ version, command, checks }: LabPlan, secrets: LabSecrets): LabSuite {
  return {
    version,
    command,
    checks: checks.map(({ task, cases }) => ({
      task,
      cases: cases.map((one) => ({ ...one, exchanges: exchangesOf(secrets, task, one.id) })),
    })),
  };
}

function pointsOf(tasks: readonly TaskPoints[], id: string): number {
  const task = tasks.find((one) => one.id === id);
  if (!task) throw new RangeError(`no task ${id} in this lab`);
  return task.points;
}

function exchangesOf(secrets: LabSecrets, task: string, id: string) {
  const found = secrets.checks
    .find((check) => check.task === task)
    ?.cases.find((one) => one.id === id)?.exchanges;
  if (!found) throw new RangeError(`the secrets lack the case ${id} of ${task}`);
  return found;
}
