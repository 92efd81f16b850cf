import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addFractions, compareFractions, fraction, fractionFromInts, multiplyFractions } from './fraction.ts';
import { toCents, type Fraction } from './fraction.ts';
import { parseFraction, printFraction } from './print-fraction.ts';

const f = fractionFromInts;
const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const anyFraction = fc.tuple(whole, whole).map(([num, den]) => fraction(num, den === 0n ? 1n : den));
const share = fc
  .tuple(fc.nat(10_000), fc.integer({ min: 1, max: 10_000 }))
  .map(([a, b]) => f(a % (b + 1), b));

describe('a fraction', () => {
  it.each([
    [6, 8, 3n, 4n],
    [0, 7, 0n, 1n],
    [-6, 8, -3n, 4n],
    [6, -8, -3n, 4n],
    [-6, -8, 3n, 4n],
    [30, 10, 3n, 1n],
  ])('%d/%d is in lowest terms, its denominator above 0', (num, den, lowestNum, lowestDen) => {
    expect(f(num, den)).toEqual({ num: lowestNum, den: lowestDen });
  });

  it('is refused over 0 and of what is not whole', () => {
    expect(() => f(1, 0)).toThrow(RangeError);
    expect(() => f(0.5, 1)).toThrow(RangeError);
  });

  it('is added, multiplied and compared exactly', () => {
    expect(addFractions(f(1, 6), f(1, 10))).toEqual(f(4, 15));
    expect(addFractions(f(1, 3), f(-1, 3))).toEqual(f(0, 1));
    expect(multiplyFractions(f(2, 3), f(9, 10))).toEqual(f(3, 5));
    // One third differs from its nearest floating-point neighbour.
    expect(compareFractions(f(1, 3), fraction(333_333_333_333_333_333n, 10n ** 18n))).toBe(1);
    expect(compareFractions(f(7, 10), f(70, 100))).toBe(0);
    expect(compareFractions(f(-1, 2), f(-1, 3))).toBe(-1);
  });

  it('obeys the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, anyFraction, (a, b, c) => {
        expect(addFractions(a, b)).toEqual(addFractions(b, a));
        expect(addFractions(addFractions(a, b), c)).toEqual(addFractions(a, addFractions(b, c)));
        expect(multiplyFractions(a, addFractions(b, c))).toEqual(
          addFractions(multiplyFractions(a, b), multiplyFractions(a, c)),
        );
        expect(compareFractions(a, b) + compareFractions(b, a)).toBe(0);
        expect(parseFraction(printFraction(a))).toEqual(a);
      }),
    );
  });
});

describe('toCents', () => {
  it.each([
    [0, 1, 0],
    [1, 1, 10_000],
    [23, 30, 7_667],
    [1, 3, 3_333],
    // Halves go up: 0.00005 is half a hundredth of a point.
    [1, 20_000, 1],
    [19_999, 20_000, 10_000],
    [19_998, 20_000, 9_999],
    // A ten-thousandth less than half does not.
    [4_999, 100_000_000, 0],
  ])('%d/%d is %d', (num, den, cents) => {
    expect(toCents(f(num, den))).toBe(cents);
  });

  it.each([
    [-1, 100_000_000],
    [100_000_001, 100_000_000],
  ])('refuses %d/%d', (num, den) => {
    expect(() => toCents(f(num, den))).toThrow(RangeError);
  });

  it('is the nearest hundredth, and never falls when the share rises', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const distance = addFractions(f(toCents(a), 10_000), fraction(-a.num, a.den));
        expect(compareFractions(distance, f(-1, 20_000))).toBe(1);
        expect(compareFractions(distance, f(1, 20_000))).toBeLessThanOrEqual(0);
        const [low, high]: [Fraction, Fraction] = compareFractions(a, b) < 0 ? [a, b] : [b, a];
        expect(toCents(low)).toBeLessThanOrEqual(toCents(high));
      }),
    );
  });
});

describe('a printed fraction', () => {
  it.each([
    ['6', '8', f(3, 4)],
    ['-6', '8', f(-3, 4)],
    ['123456789012345678901234567890', '1', { num: 123456789012345678901234567890n, den: 1n }],
  ])('%s/%s is read', (num, den, expected) => {
    expect(parseFraction({ num, den })).toEqual(expected);
  });

  it.each([
    ['1', '0'],
    ['', '1'],
    ['0.5', '1'],
    ['1e3', '1'],
    ['0x10', '1'],
    [' 1', '1'],
    ['NaN', '1'],
  ])('%p/%p is refused', (num, den) => {
    expect(() => parseFraction({ num, den })).toThrow(RangeError);
  });
});
