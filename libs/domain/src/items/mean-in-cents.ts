export interface Fraction {
  readonly earned: number;
  readonly of: number;
}

/**
 * The mean of fractions of a mark as hundredths of 100 points: an exact rational sum, rounded once, half upwards.
 * @throws RangeError for an empty list
 */
export function meanInCents(fractions: readonly Fraction[]): number {
  if (fractions.length === 0) throw new RangeError('the mean of no fractions');
  let [numerator, denominator] = [0n, 1n];
  for (const { earned, of } of fractions) {
    numerator = numerator * BigInt(of) + BigInt(earned) * denominator;
    denominator *= BigInt(of);
    const divisor = greatestCommonDivisor(numerator, denominator);
    [numerator, denominator] = [numerator / divisor, denominator / divisor];
  }
  const whole = denominator * BigInt(fractions.length);
  return Number((2n * 10_000n * numerator + whole) / (2n * whole));
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
