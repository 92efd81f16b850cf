import { describe, expect, it } from '@jest/globals';
import { mayStillScore, type PartState } from './may-still-score.ts';

const scored = { knowledge: 'scored', skills: 'graded', practice: 'scored' } as const;

describe('mayStillScore', () => {
  it.each<[string, Partial<Record<keyof typeof scored, PartState>>, boolean, boolean]>([
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
    const parts = Object.values({ ...scored, ...states }).map((state) => ({ state, isClosed: over }));
    expect(mayStillScore(parts)).toBe(expected);
  });

  it('looks at each part by its own date', () => {
    const draft = (isClosed: boolean) => ({ state: 'draft' as const, isClosed });
    expect(mayStillScore([{ state: 'not-started', isClosed: true }, draft(false)])).toBe(true);
    expect(mayStillScore([{ state: 'not-started', isClosed: true }, draft(true)])).toBe(false);
  });
});
