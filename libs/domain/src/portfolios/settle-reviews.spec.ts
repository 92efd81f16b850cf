import { describe, expect, it } from '@jest/globals';
import { aCriterion, aRubric } from '@ennead/testing/builders';
import fc from 'fast-check';
import { DomainFault } from '../domain-fault.ts';
import { scoreReview } from './score-review.ts';
import { settleReviews } from './settle-reviews.ts';

const rubric = aRubric();
const marks = (delivery: number, reasoning: number, quality: number) => ({
  delivery: { points: delivery },
  reasoning: { points: reasoning },
  quality: { points: quality },
});
const faultOf = (act: () => unknown) => {
  try {
    act();
  } catch (fault) {
    if (fault instanceof DomainFault) return { code: fault.code, ...fault.details };
    throw fault;
  }
  return null;
};

describe('scoreReview', () => {
  it.each([
    [marks(4, 4, 4), 10_000],
    [marks(0, 0, 0), 0],
    [marks(2, 3, 1), 5_250],
    [marks(3, 2, 4), 7_250],
    // By one criterion at a time: 50, 30 and 20 %.
    [marks(1, 0, 0), 1_250],
    [marks(0, 1, 0), 750],
    [marks(0, 0, 1), 500],
  ])('%j is %d hundredths', (given, cents) => {
    expect(scoreReview(rubric, given)).toBe(cents);
  });

  it('needs a mark of every criterion and of nothing else', () => {
    const { quality: _, ...incomplete } = marks(1, 2, 3);
    expect(faultOf(() => scoreReview(rubric, { ...incomplete, style: { points: 2 } }))).toEqual({
      code: 'MARKS_INCOMPLETE',
      missing: ['quality'],
      unknown: ['style'],
      outOfRange: [],
    });
    expect(faultOf(() => scoreReview(rubric, marks(5, -1, 2.5)))).toEqual({
      code: 'MARKS_INCOMPLETE',
      missing: [],
      unknown: [],
      outOfRange: ['delivery', 'reasoning', 'quality'],
    });
  });
});

describe('settleReviews', () => {
  it('waits for two reviews', () => {
    expect(settleReviews(rubric, [])).toEqual({ kind: 'waiting', reviewCents: [] });
    expect(settleReviews(rubric, [marks(4, 4, 4)])).toEqual({ kind: 'waiting', reviewCents: [10_000] });
  });

  it('takes the mean of two that agree, a difference at the limit included', () => {
    expect(settleReviews(rubric, [marks(4, 4, 4), marks(4, 2, 4)])).toEqual({
      kind: 'settled',
      by: 'agreement',
      reviewCents: [10_000, 8_500],
      differenceCents: 1_500,
      scoreCents: 9_250,
    });
  });

  it('rounds half a hundredth of the mean upwards', () => {
    const odd = aRubric({ criteria: [aCriterion('one', 1), aCriterion('other', 99)] });
    const pair = [
      { one: { points: 0 }, other: { points: 2 } },
      { one: { points: 1 }, other: { points: 2 } },
    ];
    expect(settleReviews(odd, pair)).toMatchObject({ reviewCents: [4_950, 4_975], scoreCents: 4_963 });
  });

  it('calls a moderator past the limit, whose marks then decide', () => {
    const reviews = [marks(4, 4, 4), marks(4, 2, 3)];
    expect(settleReviews(rubric, reviews)).toEqual({
      kind: 'needs-moderator',
      reviewCents: [10_000, 8_000],
      differenceCents: 2_000,
    });
    expect(settleReviews(rubric, reviews, marks(3, 3, 3))).toEqual({
      kind: 'settled',
      by: 'adjudication',
      reviewCents: [10_000, 8_000],
      differenceCents: 2_000,
      scoreCents: 7_500,
    });
  });

  it('refuses a third review and an adjudication without a dispute', () => {
    const [same, other] = [marks(2, 2, 2), marks(4, 4, 4)];
    const invalid = (reviews: number, adjudicated: boolean) => ({
      code: 'REVIEWS_INVALID',
      reviews,
      adjudicated,
    });
    expect(faultOf(() => settleReviews(rubric, [same, same, same]))).toEqual(invalid(3, false));
    expect(faultOf(() => settleReviews(rubric, [same, other, same], same))).toEqual(invalid(3, true));
    expect(faultOf(() => settleReviews(rubric, [same, same], same))).toEqual(invalid(2, true));
    // On the limit of the rubric, 15 points apart, the two agree.
    expect(faultOf(() => settleReviews(rubric, [other, marks(4, 2, 4)], same))).toEqual(invalid(2, true));
    expect(faultOf(() => settleReviews(rubric, [other], same))).toEqual(invalid(1, true));
    expect(faultOf(() => settleReviews(rubric, [], same))).toEqual(invalid(0, true));
  });

  it('reads the marks of a moderator as strictly as any', () => {
    const reviews = [marks(4, 4, 4), marks(0, 0, 0)];
    expect(faultOf(() => settleReviews(rubric, reviews, marks(5, 0, 0)))?.code).toBe('MARKS_INCOMPLETE');
  });

  it('does not depend on which review came first, and lies between the two', () => {
    const points = fc.integer({ min: 0, max: 4 });
    const anyMarks = fc.tuple(points, points, points).map(([a, b, c]) => marks(a, b, c));
    fc.assert(
      fc.property(anyMarks, anyMarks, (a, b) => {
        const [one, other] = [settleReviews(rubric, [a, b]), settleReviews(rubric, [b, a])];
        expect(one.kind).toBe(other.kind);
        if (one.kind !== 'settled' || other.kind !== 'settled') return;
        expect(one.scoreCents).toBe(other.scoreCents);
        expect(one.scoreCents).toBeGreaterThanOrEqual(Math.min(...one.reviewCents));
        expect(one.scoreCents).toBeLessThanOrEqual(Math.max(...one.reviewCents));
      }),
    );
  });
});
