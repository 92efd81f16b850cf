import { describe, expect, it } from '@jest/globals';
import { mayStillScore, type PartStates } from './may-still-score.ts';

const scored: PartStates = { knowledge: 'scored', skills: 'graded', practice: 'scored' };

describe('mayStillScore', () => {
  it.each<[string, Partial<PartStates>, boolean, boolean]>([
    ['all scored, session open', {}, false, false],
    ['all scored, session over', {}, true, false],
    ['exam never begun, session open', { knowledge: 'not-started' }, false, true],
    ['exam never begun, session over', { knowledge: 'not-started' }, true, false],
    ['portfolio a draft, session open', { practice: 'draft' }, false, true],
    ['portfolio a draft, session over', { practice: 'draft' }, true, false],
    ['exam waiting for its score', { knowledge: 'submitted' }, true, true],
    ['lab that could not be graded yet', { skills: 'stalled' }, true, true],
    ['lab handed in', { skills: 'handed-in' }, true, true],
    ['portfolio in review', { practice: 'in-review' }, true, true],
    ['portfolio with the moderator', { practice: 'adjudication' }, true, true],
  ])('%s', (_, states, over, expected) => {
    expect(mayStillScore({ ...scored, ...states }, over)).toBe(expected);
  });
});
