import type { LabServerMessage } from '@ennead/contracts';
import { describe, expect, it } from '@jest/globals';
import { askCheck, followCheck, interruptCheck, noCheckYet, tallyTask } from './check-run.ts';

const output = { sent: '{}', reply: '{}', errors: '', reason: 'passed' as const };
const started: LabServerMessage = { type: 'check.started', requestId: 'c1', cases: 2 };
const result = (id: string, passed: boolean): LabServerMessage => ({
  type: 'check.case',
  requestId: 'c1',
  task: 'ranking',
  case: id,
  passed,
  output,
});
const done = (requestId: string | null): LabServerMessage => ({
  type: 'check.done',
  requestId,
  ranAt: '2026-05-04T06:05:00Z',
  scoreCents: 900,
  checks: [{ id: 'ranking', pointsCents: 1800, earnedCents: 900, cases: [{ id: 'scores', passed: true }] }],
});
const asked = askCheck(noCheckYet, 'c1');
const follow = (messages: readonly LabServerMessage[], from = asked) => messages.reduce(followCheck, from);

describe('a run of the visible checks', () => {
  it('grows case by case and keeps their output', () => {
    const run = follow([started, result('scores', true), result('ties', false)]);
    expect(run).toMatchObject({ phase: 'running', totalCases: 2 });
    expect(tallyTask(run, 'ranking', 2)).toEqual({ passed: 1, failed: 1, total: 2 });
    expect(follow([done('c1')], run)).toMatchObject({ phase: 'done', results: [{ output }, { output }] });
  });

  it('keeps the results of the last run while it waits for the next', () => {
    const run = askCheck(follow([started, result('scores', true), done('c1')]), 'c2');
    expect(run).toMatchObject({ phase: 'asked', results: [{ case: 'scores' }] });
  });

  it('shows what an earlier connection found, but not over a run of its own', () => {
    expect(follow([done(null)], noCheckYet)).toMatchObject({ phase: 'done', results: [{ case: 'scores' }] });
    expect(follow([started, done(null)]).phase).toBe('running');
  });

  it('is interrupted by a lost connection, and finished by the result that comes after it', () => {
    const run = interruptCheck(follow([started, result('scores', true)]));
    expect(run.phase).toBe('interrupted');
    expect(follow([done(null)], run).phase).toBe('done');
  });

  it('says why it was refused', () => {
    const refusal: LabServerMessage = {
      type: 'error',
      requestId: 'c1',
      code: 'LAB_CHECK_TOO_OFTEN',
      retryAfterSec: 4,
    };
    expect(follow([refusal])).toMatchObject({ phase: 'refused', error: { retryAfterSec: 4 } });
    expect(follow([{ ...refusal, requestId: 'other' }]).phase).toBe('asked');
  });
});
