import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWithin, toDecimal, type Decimal } from './decimal.ts';

const exactly = (digits: bigint, exponent: number): Decimal => ({ digits, exponent });
const d = (text: string): Decimal => toDecimal(text)!;

describe('toDecimal', () => {
  it.each([
    ['0', exactly(0n, 0)],
    ['12.50', exactly(1_250n, -2)],
    ['-12.50', exactly(-1_250n, -2)],
    ['+7', exactly(7n, 0)],
    ['.5', exactly(5n, -1)],
    ['.25', exactly(25n, -2)],
    ['5.', exactly(5n, 0)],
    ['6.02e23', exactly(602n, 21)],
    ['6.02e+23', exactly(602n, 21)],
    ['-1e-7', exactly(-1n, -7)],
    ['9007199254740993', exactly(9_007_199_254_740_993n, 0)],
    // What JavaScript writes of the least and the most that a number can be.
    [String(Number.MIN_VALUE), exactly(5n, -324)],
    [String(Number.MAX_VALUE), exactly(17_976_931_348_623_157n, 292)],
  ])('%s', (text, expected) => {
    expect(toDecimal(text)).toEqual(expected);
  });

  it.each(['', '.', '-', 'e5', '1e', '1e+', '1E5', ' 1', '1 ', '1x', 'x1', '1,5', '1.2.3', '--1', 'NaN'])(
    '%p is none',
    (text) => {
      expect(toDecimal(text)).toBeNull();
    },
  );

  it.each([
    ['1e400', true],
    ['1e401', false],
    ['1e-400', true],
    ['1e-401', false],
    // The digits behind the point count with the exponent.
    ['0.5e401', true],
    ['0.5e-400', false],
    ['1e9999', false],
    ['1e10000', false],
  ])('bounds the work that an exponent makes: %s', (text, isTaken) => {
    expect(toDecimal(text) !== null).toBe(isTaken);
  });
});

describe('isWithin', () => {
  it.each([
    ['0.3', '0.2', '0.1', true],
    ['0.1', '0.2', '0.1', true],
    ['0.30000000000000000001', '0.2', '0.1', false],
    ['0.09999999999999999999', '0.2', '0.1', false],
    ['-5', '5', '10', true],
    ['-5', '5', '9.99', false],
    ['5', '5.00', '0', true],
    ['1e3', '1000', '0e-5', true],
    ['1e20', '99999999999999999999', '1', true],
    ['1e20', '99999999999999999998', '1', false],
    ['7', '5', '1e1', true],
  ])('%s of %s within %s: %p', (a, b, tolerance, expected) => {
    expect(isWithin(d(a), d(b), d(tolerance))).toBe(expected);
  });

  it('is the same from either side, and whatever zeros are written behind', () => {
    const decimal = fc.record({
      digits: fc.bigInt(-1_000n, 1_000n),
      exponent: fc.integer({ min: -4, max: 4 }),
    });
    const longer = ({ digits, exponent }: Decimal) => exactly(digits * 1_000n, exponent - 3);
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, given) => {
        const tolerance = { ...given, digits: given.digits < 0n ? -given.digits : given.digits };
        const near = isWithin(a, b, tolerance);
        expect(isWithin(b, a, tolerance)).toBe(near);
        expect(isWithin(longer(a), b, tolerance)).toBe(near);
        expect(isWithin(a, longer(b), tolerance)).toBe(near);
        expect(isWithin(a, b, longer(tolerance))).toBe(near);
      }),
    );
  });
});
