import { describe, expect, it } from '@jest/globals';
import { fractionFromInts as f } from './fraction.ts';
import { weighShares, type WeighedShare } from './weigh-shares.ts';

const share = (weight: number, num: number, den: number): WeighedShare => ({ weight, raw: f(num, den) });

describe('weighShares', () => {
  it.each([
    ['one share', [share(3, 2, 5)], f(2, 5)],
    ['7/10 and 9/10, 2 : 1', [share(2, 7, 10), share(1, 9, 10)], f(23, 30)],
    ['thirds without loss', [share(1, 1, 3), share(1, 1, 3), share(1, 1, 3)], f(1, 3)],
    ['what does not count is left out', [share(1, 1, 2), share(0, 1, 1)], f(1, 2)],
    ['points', [share(1, 1, 1), share(2, 0, 1), share(1, 1, 2)], f(3, 8)],
  ])('%s', (_, shares, expected) => {
    expect(weighShares(shares)).toEqual(expected);
  });

  it.each([[[]], [[share(0, 1, 2)]], [[share(0, 1, 2), share(0, 1, 1)]]])(
    'refuses shares of which nothing counts (%#)',
    (shares) => {
      expect(() => weighShares(shares)).toThrow(new RangeError('nothing counts, so there is no mean'));
    },
  );

  it.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses %d as a weight', (weight) => {
    expect(() => weighShares([share(weight, 1, 2), share(2, 1, 2)])).toThrow(
      new RangeError(`${weight} is no weight`),
    );
  });
});
