import type { CheckOutcome, LabServerMessage, LabSocketErrorCode } from '@ennead/contracts';

type CaseMessage = Extract<LabServerMessage, { type: 'check.case' }>;
export type CaseResult = Pick<CaseMessage, 'task' | 'case' | 'passed' | 'feedback'> & {
  /** Not kept from an earlier connection. */
  readonly output?: CaseMessage['output'];
};

/** `asked`: waiting for a place. `interrupted`: the connection was lost before the end. */
export type CheckPhase = 'never' | 'asked' | 'running' | 'done' | 'refused' | 'interrupted';

export interface CheckRun {
  readonly phase: CheckPhase;
  readonly requestId: string | null;
  readonly totalCases: number;
  readonly results: readonly CaseResult[];
  readonly ranAt: string | null;
  readonly error: { readonly code: LabSocketErrorCode; readonly retryAfterSec?: number } | null;
}

export const noCheckYet: CheckRun = {
  phase: 'never',
  requestId: null,
  totalCases: 0,
  results: [],
  ranAt: null,
  error: null,
};

export const isRunning = ({ phase }: CheckRun): boolean => phase === 'asked' || phase === 'running';

export const askCheck = (run: CheckRun, requestId: string): CheckRun => ({
  ...run,
  phase: 'asked',
  requestId,
  error: null,
});

export const interruptCheck = (run: CheckRun): CheckRun =>
  isRunning(run) ? { ...run, phase: 'interrupted' } : run;

/** Pure: what a message of the server makes of the last run of the visible checks. */
export function followCheck(run: CheckRun, message: LabServerMessage): CheckRun {
  switch (message.type) {
    case 'check.started':
      if (message.requestId !== run.requestId) return run;
      return { ...run, phase: 'running', totalCases: message.cases, results: [], ranAt: null };
    case 'check.case': {
      if (message.requestId !== run.requestId) return run;
      const { task, passed, feedback, output } = message;
      return { ...run, results: [...run.results, { task, case: message.case, passed, feedback, output }] };
    }
    case 'check.done':
      return finish(run, message);
    case 'error': {
      if (!isRunning(run) || message.requestId !== run.requestId) return run;
      const { code, retryAfterSec } = message;
      return { ...run, phase: 'refused', error: { code, retryAfterSec } };
    }
    default:
      return run;
  }
}

function finish(run: CheckRun, message: Extract<LabServerMessage, { type: 'check.done' }>): CheckRun {
  const mine = message.requestId !== null && message.requestId === run.requestId;
  if (!mine && isRunning(run)) return run;
  // The result of an earlier connection, already here in full: keep the outputs that came with it.
  if (!mine && run.ranAt === message.ranAt) return run;
  const results = mine && run.results.length > 0 ? run.results : resultsOf(message.checks);
  return { ...run, phase: 'done', totalCases: results.length, results, ranAt: message.ranAt, error: null };
}

const resultsOf = (checks: readonly CheckOutcome[]): CaseResult[] =>
  checks.flatMap(({ id: task, cases }) =>
    cases.map(({ id, passed, feedback }) => ({ task, case: id, passed, feedback })),
  );

export interface TaskTally {
  readonly passed: number;
  readonly failed: number;
  readonly total: number;
}

/** How the cases of a task stand; `total` counts those that the visible suite has. */
export function tallyTask(run: CheckRun, task: string, total: number): TaskTally {
  const own = run.results.filter((result) => result.task === task);
  const passed = own.filter((result) => result.passed).length;
  return { passed, failed: own.length - passed, total };
}
