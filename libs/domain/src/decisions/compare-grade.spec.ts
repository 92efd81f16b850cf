import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isLowered, isRaised, isReachedAgain } from './compare-grade.ts';

const grade = fc.option(fc.integer({ min: 1, max: 9 }));

describe('a decided grade beside what the scores come to now', () => {
  it.each<[string, number | null, number | null, number | null, boolean, boolean]>([
    ['the same', 2, 2, 2, false, false],
    ['higher', 2, 2, 3, true, false],
    ['lower', 2, 2, 1, false, true],
    ['none any more', 1, 1, null, false, true],
    ['refused in spite of a grade, the same', 2, null, 2, false, false],
    ['refused, a grade reached for the first time', null, null, 1, true, false],
    ['withdrawn, lower', 2, null, 1, false, false],
  ])('%s', (_, computed, granted, now, raised, lowered) => {
    expect(isRaised({ computed }, now)).toBe(raised);
    expect(isLowered({ granted }, now)).toBe(lowered);
  });

  it('never rises and falls at once, and what granted nothing never falls', () => {
    fc.assert(
      fc.property(grade, grade, (granted, now) => {
        expect(isRaised({ computed: granted }, now) && isLowered({ granted }, now)).toBe(false);
        expect(isLowered({ granted: null }, now)).toBe(false);
      }),
    );
  });
});

describe('isReachedAgain', () => {
  it.each<[number | null, number | null, number | null, boolean]>([
    [2, 1, 2, true],
    [2, null, 3, true],
    [2, 2, 2, false],
    [2, 1, 1, false],
    [2, 3, 2, false],
    [null, null, 2, false],
  ])('granted %s, %s before and %s now: %s', (granted, before, after, expected) => {
    expect(isReachedAgain({ granted }, before, after)).toBe(expected);
  });
});
