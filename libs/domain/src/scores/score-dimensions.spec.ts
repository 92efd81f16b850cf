import { describe, expect, it } from '@jest/globals';
import type { DimensionCode } from '@ennead/contracts';
import fc from 'fast-check';
import { convert } from './convert.ts';
import { fractionFromInts as f, toCents, type Fraction } from './fraction.ts';
import { scoreDimensions } from './score-dimensions.ts';
import { weighParts, type DimensionPart } from './weigh-parts.ts';

const part = (dimension: DimensionCode, raw: Fraction | null, weight = 1) => ({
  dimension,
  weight,
  raw,
  conversion: null,
});
const carried = { skills: { raw: f(4, 5), cents: 8_000 } };

describe('scoreDimensions', () => {
  it('weighs two labs 2 : 1 and rounds once', () => {
    const parts = [
      part('knowledge', f(32, 40)),
      part('skills', f(7, 10), 2),
      part('skills', f(9, 10)),
      part('practice', null),
    ];
    expect(scoreDimensions(parts)).toEqual({
      knowledge: { raw: f(4, 5), cents: 8_000 },
      skills: { raw: f(23, 30), cents: 7_667 },
      practice: null,
    });
  });

  it.each([
    ['one of two labs is missing', [part('skills', f(7, 10)), part('skills', null)], {}, null],
    ['nothing is there', [], {}, null],
    ['it was carried over', [part('skills', null)], carried, carried.skills],
    ['it was carried over into a session without it', [], carried, carried.skills],
    ['it was carried over and sat again', [part('skills', f(1, 2))], carried, { raw: f(1, 2), cents: 5_000 }],
  ])('of a dimension: %s', (_, parts, before, expected) => {
    expect(scoreDimensions(parts, before)).toEqual({ knowledge: null, skills: expected, practice: null });
  });
});

const one = (weight: number, raw: Fraction | null): DimensionPart => ({ weight, raw, conversion: null });
/** What the skills come to by these parts alone, in hundredths of a point. */
const centsOf = (parts: readonly DimensionPart[]): number | null =>
  scoreDimensions(parts.map((each) => ({ ...each, dimension: 'skills' }))).skills?.cents ?? null;
const easyForm = {
  knots: [
    { raw: { num: 0, den: 1 }, cents: 0 },
    { raw: { num: 4, den: 5 }, cents: 6_000 },
    { raw: { num: 1, den: 1 }, cents: 10_000 },
  ],
};

describe('a dimension', () => {
  it.each<[string, DimensionPart[], number | null]>([
    ['two labs 2 : 1', [one(2, f(7, 10)), one(1, f(9, 10))], 7_667],
    ['the same labs 4 : 2', [one(4, f(7, 10)), one(2, f(9, 10))], 7_667],
    ['one form', [one(1, f(32, 40))], 8_000],
    ['a blank form', [one(1, f(0, 40))], 0],
    ['full marks', [one(3, f(40, 40)), one(1, f(1, 1))], 10_000],
    // 66.67 + 66.67 + 0 would come to 44.45 after rounding part by part.
    ['two of three thirds', [one(1, f(2, 3)), one(1, f(2, 3)), one(1, f(0, 1))], 4_444],
    // 0.50005 and 0.50000: the mean 0.500025 is rounded once, half upwards; rounded twice it would be 50.01.
    ['no rounding before the mean', [one(1, f(10_001, 20_000)), one(1, f(1, 2))], 5_000],
    ['half a hundredth upwards', [one(1, f(10_001, 20_000))], 5_001],
    ['one part missing', [one(2, f(7, 10)), one(1, null)], null],
    ['every part missing', [one(1, null)], null],
    // 4/5 reports 60 here; with a lab of 90, weighted 1 : 1, it comes to 75.
    ['a form with a table', [{ weight: 1, raw: f(4, 5), conversion: easyForm }, one(1, f(9, 10))], 7_500],
  ])('%s', (_, parts, expected) => {
    expect(centsOf(parts)).toBe(expected);
  });

  it.each([
    [[one(0, f(1, 2))]],
    [[one(0, f(1, 2)), one(1, f(1, 2))]],
    [[one(1.5, f(1, 2))]],
    [[one(-1, f(1, 2)), one(2, f(1, 2))]],
    [[one(1, null), one(0, f(1, 2))]],
    [[one(1, f(1, 2)), one(0, null)]],
    [[one(2 ** 53, f(1, 2))]],
    [[one(Number.NaN, f(1, 2))]],
  ])('refuses a weight that is not whole and above 0 (%#)', (parts) => {
    expect(() => centsOf(parts)).toThrow(/is no weight: it must be whole and above 0$/);
  });

  it('has no mean without parts', () => {
    expect(() => weighParts([])).toThrow(new RangeError('a dimension without parts has no score'));
  });
});

const anyPart = fc
  .record({
    weight: fc.integer({ min: 1, max: 100 }),
    num: fc.nat(1_000),
    den: fc.integer({ min: 1, max: 1_000 }),
    conversion: fc.constantFrom(null, easyForm),
  })
  .map(({ weight, num, den, conversion }) => ({ weight, raw: f(num % (den + 1), den), conversion }));
const anyParts = fc.array(anyPart, { minLength: 1, maxLength: 8 });

describe('a dimension, for any parts', () => {
  it('lies between the least and the most of them', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const cents = parts.map(({ raw, conversion }) => toCents(convert(raw, conversion)));
        const score = centsOf(parts);
        expect(score).toBeGreaterThanOrEqual(Math.min(...cents));
        expect(score).toBeLessThanOrEqual(Math.max(...cents));
      }),
    );
  });

  it('does not depend on their order, nor on weights that grow alike', () => {
    const shuffled = anyParts.chain((parts) =>
      fc.tuple(
        fc.constant(parts),
        fc.shuffledSubarray(parts, { minLength: parts.length, maxLength: parts.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 50 }), ([parts, others], factor) => {
        const heavier = others.map((each) => ({ ...each, weight: each.weight * factor }));
        expect(centsOf(heavier)).toBe(centsOf(parts));
      }),
    );
  });

  it('is rational arithmetic over one common denominator, rounded once', () => {
    fc.assert(
      fc.property(anyParts, (parts) => {
        const shares = parts.map(({ weight, raw, conversion }) => ({
          weight: BigInt(weight),
          ...convert(raw, conversion),
        }));
        const common = shares.reduce((product, { den }) => product * den, 1n);
        const sum = shares.reduce((all, { weight, num, den }) => all + (weight * num * common) / den, 0n);
        const whole = common * shares.reduce((all, { weight }) => all + weight, 0n);
        const remainder = (sum * 10_000n) % whole;
        const expected = (sum * 10_000n) / whole + (2n * remainder >= whole ? 1n : 0n);
        expect(BigInt(centsOf(parts) ?? -1)).toBe(expected);
      }),
    );
  });

  it('is missing as soon as one is', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(8), (parts, at) => {
        const given: DimensionPart[] = [...parts];
        given.splice(at, 0, one(1, null));
        expect(centsOf(given)).toBeNull();
      }),
    );
  });
});
