import type { Rubric } from '@ennead/contracts';
import { DomainFault } from '../domain-fault.ts';
import type { MarksToScore } from './score-review.ts';
import { scoreReview } from './score-review.ts';

export type Settlement =
  /** Fewer than two reviews are in. */
  | { readonly kind: 'waiting'; readonly reviewCents: readonly number[] }
  /** The two differ by more than the rubric allows. */
  | {
      readonly kind: 'needs-moderator';
      readonly reviewCents: readonly number[];
      readonly differenceCents: number;
    }
  | {
      readonly kind: 'settled';
      readonly by: 'agreement' | 'adjudication';
      readonly reviewCents: readonly number[];
      readonly differenceCents: number;
      readonly scoreCents: number;
    };

type RubricToSettle = Pick<Rubric, 'criteria' | 'disagreementCents'>;

/**
 * The score of a portfolio, from nothing but its rubric and the marks as stored: asking again gives the same.
 *
 * Two independent reviews whose scores differ by `disagreementCents` or less count by their mean, half a hundredth
 * upwards. If they differ by more, a moderator marks as well, and those marks alone make the score.
 *
 * @param reviews marks of the reviews handed in so far, at most two, in any order
 * @param adjudication the moderator's marks, null before there are any
 * @throws DomainFault REVIEWS_INVALID for more than two reviews, or an adjudication that nothing called for
 * @throws DomainFault MARKS_INCOMPLETE when marks do not fit the rubric
 */
export function settleReviews(
  rubric: RubricToSettle,
  reviews: readonly MarksToScore[],
  adjudication: MarksToScore | null = null,
): Settlement {
  const reviewCents = reviews.map((marks) => scoreReview(rubric, marks));
  const [first, second] = reviewCents;
  const differenceCents = Math.abs((first ?? 0) - (second ?? 0));
  const isDisputed = reviews.length === 2 && differenceCents > rubric.disagreementCents;
  if (reviews.length > 2 || (adjudication && !isDisputed)) {
    throw new DomainFault('REVIEWS_INVALID', { reviews: reviews.length, adjudicated: adjudication !== null });
  }
  if (first === undefined || second === undefined) return { kind: 'waiting', reviewCents };
  if (adjudication) {
    const scoreCents = scoreReview(rubric, adjudication);
    return { kind: 'settled', by: 'adjudication', reviewCents, differenceCents, scoreCents };
  }
  if (isDisputed) return { kind: 'needs-moderator', reviewCents, differenceCents };
  const scoreCents = Math.floor((first + second + 1) / 2);
  return { kind: 'settled', by: 'agreement', reviewCents, differenceCents, scoreCents };
}
