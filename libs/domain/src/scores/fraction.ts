/** An exact rational number in lowest terms; the sign is the numerator's. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * num / den in lowest terms.
 * @throws RangeError when the denominator is 0
 */
export function fraction(num: bigint, den: bigint): Fraction {
  if (den === 0n) throw new RangeError(`${num}/0 is no fraction`);
  const divisor = greatestCommonDivisor(num, den) * (den < 0n ? -1n : 1n);
  return { num: num / divisor, den: den / divisor };
}

/** @throws RangeError unless both are whole and the denominator is not 0 */
export const fractionFromInts = (num: number, den: number): Fraction => fraction(BigInt(num), BigInt(den));

export const addFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.num * b.den + b.num * a.den, a.den * b.den);

export const multiplyFractions = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.num * b.num, a.den * b.den);

/** Below zero where a is less than b, zero where they are equal, above zero where a is more. */
export function compareFractions(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/**
 * A share of the full score as whole hundredths of a point out of 100 (0..10000), half a hundredth upwards. This is the
 * one rounding that a score ever sees: nothing is computed with its result but the composite.
 *
 * @throws RangeError for a share under 0 or over 1
 */
export function toCents({ num, den }: Fraction): number {
  if (num < 0n || num > den) throw new RangeError(`${num}/${den} is no share of a full score`);
  return Number((20_000n * num + den) / (2n * den));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [rest, divisor] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (rest > 0n) [rest, divisor] = [divisor % rest, rest];
  return divisor;
}
