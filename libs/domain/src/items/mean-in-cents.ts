import { addFractions, fraction, fractionFromInts, multiplyFractions, toCents } from '../scores/fraction.ts';

/** What was earned of a mark, both whole. */
export interface EarnedShare {
  readonly earned: number;
  readonly of: number;
}

/**
 * The mean of shares of a mark as hundredths of 100 points: an exact rational sum, rounded once, half upwards.
 * @throws RangeError for an empty list
 */
export function meanInCents(shares: readonly EarnedShare[]): number {
  if (shares.length === 0) throw new RangeError('the mean of no fractions');
  const sum = shares.map(({ earned, of }) => fractionFromInts(earned, of)).reduce(addFractions);
  return toCents(multiplyFractions(sum, fraction(1n, BigInt(shares.length))));
}
