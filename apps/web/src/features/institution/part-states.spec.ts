import { describe, expect, it } from '@jest/globals';
import { ExamProgress, LabProgress, PortfolioProgress, ResultProgress } from '@ennead/contracts';
import { countStates, rankOf, statesOf, toneOf } from './part-states.ts';

describe('states', () => {
  it.each([
    ['exam', ExamProgress.options],
    ['lab', LabProgress.options],
    ['portfolio', PortfolioProgress.options],
    ['result', ResultProgress.options],
  ] as const)('of %s are all known', (part, options) => {
    expect([...statesOf(part)].sort()).toEqual([...options].sort());
  });

  it('rank from the first to the last', () => {
    expect(rankOf('exam', 'not-started')).toBe(0);
    expect(rankOf('portfolio', 'scored')).toBe(5);
  });

  it('warn where the platform or a moderator has to act', () => {
    expect(toneOf('lab', 'stalled')).toBe('warn');
    expect(toneOf('portfolio', 'adjudication')).toBe('warn');
  });
});

describe('countStates', () => {
  it('counts in the order of the way and leaves out what is empty', () => {
    const members = [{ exam: 'scored' }, { exam: 'not-started' }, { exam: 'scored' }] as const;
    expect(countStates(members, 'exam')).toEqual([
      { state: 'not-started', count: 1 },
      { state: 'scored', count: 2 },
    ]);
  });

  it('counts nothing in an empty cohort', () => {
    expect(countStates([], 'lab')).toEqual([]);
  });
});
