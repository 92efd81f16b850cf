import { describe, expect, it } from '@jest/globals';
import type { ConflictKind } from '@ennead/contracts';
import { chooseReviewers, type Reviewer } from './choose-reviewers.ts';

const aReviewer = (id: string, openCount = 0, ...ties: ConflictKind[]): Reviewer => ({
  id,
  roles: ['assessor'],
  standing: {
    on: 'portfolio',
    relations: ties,
    barred: { mark: ties, settle: ties },
    tied: { mark: ties, settle: ties },
  },
  openCount,
  totalCount: openCount,
});

describe('chooseReviewers', () => {
  it('takes those with the least open work', () => {
    const pool = [aReviewer('a', 3), aReviewer('b', 1), aReviewer('c', 0)];
    expect(chooseReviewers(pool, 'portfolio.review', 2)).toEqual(['c', 'b']);
  });

  it('never takes whom the policy keeps from it, even if nobody is left', () => {
    const pool = [
      aReviewer('candidate', 0, 'candidate'),
      aReviewer('trainer', 0, 'trainer'),
      aReviewer('reviewer', 0, 'assessor'),
      aReviewer('other', 9),
    ];
    expect(chooseReviewers(pool, 'portfolio.review', 1)).toEqual(['other']);
    expect(chooseReviewers(pool, 'portfolio.review', 2)).toBeNull();
    expect(chooseReviewers(pool, 'portfolio.adjudicate', 1)).toBeNull();
  });
});
