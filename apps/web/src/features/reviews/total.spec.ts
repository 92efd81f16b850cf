import { describe, expect, it } from '@jest/globals';
import { countMarked, totalCents } from './total.ts';

const rubric = {
  criteria: [
    { id: 'delivery', weight: 50 },
    { id: 'reasoning', weight: 30 },
    { id: 'quality', weight: 20 },
  ],
} as never;

describe('the total as it grows', () => {
  it('counts what is marked and nothing else', () => {
    expect([totalCents(rubric, {}), countMarked(rubric, {})]).toEqual([0, 0]);
    const some = { reasoning: { points: 3 } };
    expect([totalCents(rubric, some), countMarked(rubric, some)]).toEqual([2_250, 1]);
  });

  it.each([
    [4, 4, 4, 10_000],
    [2, 3, 1, 5_250],
    [3, 2, 4, 7_250],
  ])(
    'of %d, %d and %d points is %d hundredths, as the platform scores',
    (delivery, reasoning, quality, cents) => {
      const marks = {
        delivery: { points: delivery },
        reasoning: { points: reasoning },
        quality: { points: quality },
      };
      expect(totalCents(rubric, marks)).toBe(cents);
    },
  );
});
