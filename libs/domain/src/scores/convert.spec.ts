import { describe, expect, it } from '@jest/globals';
import { ConversionTable } from '@ennead/contracts/internal';
import fc from 'fast-check';
import { convert } from './convert.ts';
import { compareFractions, fractionFromInts, toCents } from './fraction.ts';

const f = fractionFromInts;
type Knot = readonly [num: number, den: number, cents: number];
const table = (...knots: Knot[]): ConversionTable => ({
  knots: knots.map(([num, den, cents]) => ({ raw: { num, den }, cents })),
});

/** A panel found this form hard: 18, 22, 28 and 35 of 40 are the raw cuts for the floor, 60, 75 and 90. */
const hardForm = table(
  [0, 1, 0],
  [18, 40, 5_000],
  [22, 40, 6_000],
  [28, 40, 7_500],
  [35, 40, 9_000],
  [1, 1, 10_000],
);

describe('convert', () => {
  it.each([
    ['nothing', f(0, 40), f(0, 1)],
    ['half the way to the floor', f(9, 40), f(25, 100)],
    ['the raw cut of the floor', f(18, 40), f(50, 100)],
    ['between floor and 60', f(20, 40), f(55, 100)],
    ['the raw cut of 60', f(22, 40), f(60, 100)],
    // 60 + 15 x 1/6 = 62.5
    ['an item above it', f(23, 40), f(625, 1_000)],
    // 75 + 15 x 1/7: kept as it is, rounded nowhere
    ['an item above 75', f(29, 40), f(540, 700)],
    ['the raw cut of 90', f(35, 40), f(90, 100)],
    ['full marks', f(40, 40), f(1, 1)],
  ])('%s', (_, raw, expected) => {
    expect(convert(raw, hardForm)).toEqual(expected);
  });

  it('without a table leaves the score as it is', () => {
    expect(convert(f(23, 30), null)).toEqual(f(23, 30));
  });

  it.each([null, hardForm])('refuses what is no share of the full score (%#)', (any) => {
    expect(() => convert(f(-1, 40), any)).toThrow(RangeError);
    expect(() => convert(f(41, 40), any)).toThrow(RangeError);
  });

  it('never falls when the raw score rises, goes through its knots, and stays within 0 and 1', () => {
    const ascending = (values: number[]) => [...values].sort((a, b) => a - b);
    const anyTable = fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 })
      .chain((raws) =>
        fc
          .array(fc.nat(10_000), { minLength: raws.length, maxLength: raws.length })
          .map((cents) => ascending(raws).map((raw, i): Knot => [raw, 1_000, ascending(cents)[i]!])),
      )
      .map((inner) => table([0, 1, 0], ...inner, [1, 1, 10_000]));
    const raw = fc.nat(7_777).map((num) => f(num, 7_777));
    fc.assert(
      fc.property(anyTable, raw, raw, (any, a, b) => {
        expect(ConversionTable.safeParse(any).success).toBe(true);
        for (const knot of any.knots)
          expect(toCents(convert(f(knot.raw.num, knot.raw.den), any))).toBe(knot.cents);
        const [low, high] = compareFractions(a, b) < 0 ? [a, b] : [b, a];
        expect(compareFractions(convert(low, any), convert(high, any))).toBeLessThanOrEqual(0);
        expect(compareFractions(convert(low, any), f(0, 1))).toBeGreaterThanOrEqual(0);
        expect(compareFractions(convert(high, any), f(1, 1))).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a conversion table', () => {
  it.each<[string, ConversionTable, boolean]>([
    ['the identity', table([0, 1, 0], [1, 1, 10_000]), true],
    ['a hard form', hardForm, true],
    ['full marks written as 40 of 40', table([0, 40, 0], [40, 40, 10_000]), true],
    ['a level stretch', table([0, 1, 0], [1, 4, 5_000], [1, 2, 5_000], [1, 1, 10_000]), true],
    ['one knot', table([0, 1, 0]), false],
    ['something for nothing', table([0, 1, 1], [1, 1, 10_000]), false],
    ['a start above nothing', table([1, 40, 0], [1, 1, 10_000]), false],
    ['an end under full marks', table([0, 1, 0], [39, 40, 10_000]), false],
    ['full marks that report less', table([0, 1, 0], [1, 1, 9_999]), false],
    ['a raw score twice', table([0, 1, 0], [1, 2, 5_000], [2, 4, 6_000], [1, 1, 10_000]), false],
    ['raw scores out of order', table([0, 1, 0], [1, 2, 5_000], [1, 3, 6_000], [1, 1, 10_000]), false],
    ['a fall', table([0, 1, 0], [1, 3, 6_000], [1, 2, 5_999], [1, 1, 10_000]), false],
    ['a share of nothing', table([0, 0, 0], [1, 1, 10_000]), false],
  ])('%s', (_, given, fits) => {
    expect(ConversionTable.safeParse(given).success).toBe(fits);
  });
});
