import { describe, expect, it } from '@jest/globals';
import { chooseReviewers, type Reviewer } from './choose-reviewers.ts';

const aReviewer = (id: string, openCount = 0, institutionId: string | null = null): Reviewer => ({
  id,
  institutionId,
  openCount,
  totalCount: openCount,
});
const none = { personIds: [], institutionIds: [] };

describe('chooseReviewers', () => {
  it('takes those with the least open work', () => {
    const pool = [aReviewer('a', 3), aReviewer('b', 1), aReviewer('c', 0)];
    expect(chooseReviewers(pool, none, 2)).toEqual(['c', 'b']);
  });

  it('never takes the candidate or a trainer, even if nobody is left', () => {
    const pool = [aReviewer('candidate'), aReviewer('trainer'), aReviewer('other', 9)];
    const conflicts = { personIds: ['candidate', 'trainer'], institutionIds: [] };
    expect(chooseReviewers(pool, conflicts, 1)).toEqual(['other']);
    expect(chooseReviewers(pool, conflicts, 2)).toBeNull();
  });

  it('takes people of the candidate’s institution only when others are too few', () => {
    const pool = [aReviewer('inside', 0, 'school'), aReviewer('a', 5), aReviewer('b', 6, 'elsewhere')];
    const conflicts = { personIds: [], institutionIds: ['school'] };
    expect(chooseReviewers(pool, conflicts, 2)).toEqual(['a', 'b']);
    expect(chooseReviewers(pool.slice(0, 2), conflicts, 2)).toEqual(['a', 'inside']);
  });
});
