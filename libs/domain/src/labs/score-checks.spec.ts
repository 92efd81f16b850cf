import type { CaseOutcome } from '@ennead/contracts';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scoreChecks } from './score-checks.ts';

const tasks = [
  { id: 'fix', points: 50 },
  { id: 'rank', points: 33 },
  { id: 'refuse', points: 17 },
];
const suite = [
  { task: 'fix', cases: [{ id: 'one', weight: 1 }] },
  {
    task: 'rank',
    cases: [
      { id: 'one', weight: 1 },
      { id: 'two', weight: 1 },
      { id: 'three', weight: 5 },
    ],
  },
  { task: 'refuse', cases: [{ id: 'one', weight: 3 }] },
];
const passing = (...ids: string[]): CaseOutcome[] => ids.map((id) => ({ id, passed: true }));

describe('scoreChecks', () => {
  it.each([
    [{ fix: ['one'], rank: ['one', 'two', 'three'], refuse: ['one'] }, [5000, 3300, 1700], 10_000],
    [{ fix: ['one'] }, [5000, 0, 0], 5000],
    // 3300 x 1/7 = 471.43, rounded down; 3300 x 6/7 = 2828.57
    [{ rank: ['one'] }, [0, 471, 0], 471],
    [{ rank: ['two', 'three'] }, [0, 2828, 0], 2828],
    [{}, [0, 0, 0], 0],
  ])('%j -> %j', (passed, earned, scoreCents) => {
    const outcomes = new Map(Object.entries(passed).map(([task, ids]) => [task, passing(...ids)]));
    const score = scoreChecks(tasks, suite, outcomes);
    expect(score.checks.map((check) => check.earnedCents)).toEqual(earned);
    expect(score.scoreCents).toBe(scoreCents);
  });

  it('keeps the feedback of a failed case and fails a case without outcome', () => {
    const feedback = { 'zh-CN': '没有按相关度排序', en: 'Not ordered by relevance' };
    const outcomes = new Map([['rank', [{ id: 'two', passed: false, feedback }]]]);
    expect(scoreChecks(tasks, suite, outcomes).checks[1]).toEqual({
      id: 'rank',
      pointsCents: 3300,
      earnedCents: 0,
      cases: [
        { id: 'one', passed: false },
        { id: 'two', passed: false, feedback },
        { id: 'three', passed: false },
      ],
    });
  });

  it('counts a repeated or unknown case once or not at all', () => {
    const outcomes = new Map([['refuse', [...passing('one', 'one'), ...passing('unknown')]]]);
    expect(scoreChecks(tasks, suite, outcomes).scoreCents).toBe(1700);
  });

  it('refuses a check of an unknown task', () => {
    expect(() => scoreChecks(tasks.slice(1), suite, new Map())).toThrow(
      new RangeError('no task fix in this lab'),
    );
  });

  it('is bounded, and never falls when one more case passes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        fc.nat(7),
        (weights, points, passed, extra) => {
          const cases = weights.map((weight, index) => ({ id: `case-${index}`, weight }));
          const scoreOf = (marks: readonly boolean[]) => {
            const outcomes = cases.map(({ id }, index) => ({ id, passed: marks[index]! }));
            return scoreChecks(
              [{ id: 'task', points }],
              [{ task: 'task', cases }],
              new Map([['task', outcomes]]),
            ).scoreCents;
          };
          const before = scoreOf(passed);
          const after = scoreOf(passed.map((mark, index) => mark || index === extra));
          expect(before).toBeGreaterThanOrEqual(0);
          expect(after).toBeGreaterThanOrEqual(before);
          expect(after).toBeLessThanOrEqual(points * 100);
          expect(scoreOf(passed.map(() => true))).toBe(points * 100);
        },
      ),
    );
  });
});
