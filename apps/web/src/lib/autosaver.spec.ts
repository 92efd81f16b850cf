import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from './api-problem.ts';
import { Autosaver } from './autosaver.ts';

const aSaver = (outcomes: (Error | 'ok')[]) => {
  const sent: string[] = [];
  const kept: string[] = [];
  const saver = new Autosaver<string>({
    save: (value) => {
      sent.push(value);
      const outcome = outcomes.shift() ?? 'ok';
      return outcome === 'ok' ? Promise.resolve(`at ${sent.length}`) : Promise.reject(outcome);
    },
    keep: { put: (value) => void kept.push(value), drop: () => void kept.splice(0) },
    pauseMs: 60_000,
    retryMs: 60_000,
  });
  return { saver, sent, kept };
};

describe('Autosaver', () => {
  it('saves the newest of several changes, and keeps it until then', async () => {
    const { saver, sent, kept } = aSaver([]);
    saver.change('a');
    saver.change('ab');
    expect(saver.state.get().phase).toBe('waiting');
    expect(kept).toEqual(['a', 'ab']);
    expect(await saver.flush()).toBe(true);
    expect([sent, kept, saver.state.get()]).toEqual([
      ['ab'],
      [],
      { phase: 'saved', savedAt: 'at 1', error: null },
    ]);
  });

  it('sends what changed during a save after it', async () => {
    const { saver, sent } = aSaver([]);
    saver.change('a');
    const first = saver.flush();
    saver.change('b');
    expect(await first).toBe(true);
    expect(sent).toEqual(['a', 'b']);
  });

  it.each([
    [new ApiProblem({ status: 0, code: 'NETWORK' }), 'offline'],
    [new ApiProblem({ status: 503, code: 'UNAVAILABLE' }), 'offline'],
    [new ApiProblem({ status: 401, code: 'NOT_LOGGED_IN' }), 'logged-out'],
  ])('keeps what did not arrive and tries again: %s', async (error, phase) => {
    const { saver, sent, kept } = aSaver([error]);
    saver.change('a');
    expect(await saver.flush()).toBe(false);
    expect([saver.state.get().phase, kept]).toEqual([phase, ['a']]);
    expect(await saver.flush()).toBe(true);
    expect([sent, kept]).toEqual([['a', 'a'], []]);
  });

  it('waits for a person after a refusal', async () => {
    const { saver, sent } = aSaver([new ApiProblem({ status: 409, code: 'PORTFOLIO_CHANGED' })]);
    saver.change('a');
    expect(await saver.flush()).toBe(false);
    saver.change('ab');
    expect(await saver.flush()).toBe(false);
    expect([sent, saver.state.get().phase]).toEqual([['a'], 'refused']);
    expect(await saver.retry('ab')).toBe(true);
    expect(sent).toEqual(['a', 'ab']);
  });
});
