import { addFractions, fraction, fractionFromInts, multiplyFractions, type Fraction } from './fraction.ts';

/** A share of a full score, and how much it counts beside others; whole, 0 for what is recorded and does not count. */
export interface WeighedShare {
  readonly weight: number;
  readonly raw: Fraction;
}

/**
 * The weighted mean of shares, exactly.
 * @throws RangeError for a weight that is not whole or is under 0, and where nothing counts
 */
export function weighShares(shares: readonly WeighedShare[]): Fraction {
  const weights = shares.map(({ weight }) => toWeight(weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total === 0n) throw new RangeError('nothing counts, so there is no mean');
  const sum = shares
    .map(({ raw }, at) => multiplyFractions(raw, fraction(weights[at]!, 1n)))
    .reduce(addFractions, fractionFromInts(0, 1));
  return multiplyFractions(sum, fraction(1n, total));
}

function toWeight(weight: number): bigint {
  if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`${weight} is no weight`);
  return BigInt(weight);
}
