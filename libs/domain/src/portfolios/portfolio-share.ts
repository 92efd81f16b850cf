import { addFractions, fractionFromInts, multiplyFractions, type Fraction } from '../scores/fraction.ts';
import type { Settlement } from './settle-reviews.ts';

const fullCents = 10_000;

/** The share of the full score that one review gives: whole hundredths of a point as an exact fraction. */
export const reviewShare = (scoreCents: number): Fraction => fractionFromInts(scoreCents, fullCents);

/** The exact share that a settled portfolio earns: the mean of two that agree, before any rounding, or the moderator's. */
export const portfolioShare = (settled: Settlement & { readonly kind: 'settled' }): Fraction => {
  if (settled.by === 'adjudication') return reviewShare(settled.scoreCents);
  const sum = settled.reviewCents.map(reviewShare).reduce(addFractions);
  return multiplyFractions(sum, fractionFromInts(1, settled.reviewCents.length));
};
