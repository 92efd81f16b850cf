import { describe, expect, it } from '@jest/globals';
import { ExamProgress, LabProgress, PortfolioProgress, ResultProgress } from '@ennead/contracts';
import { listCounts, statesOf, toneOf } from './part-states.ts';

describe('states', () => {
  it.each([
    ['exam', ExamProgress.options],
    ['lab', LabProgress.options],
    ['portfolio', PortfolioProgress.options],
    ['result', ResultProgress.options],
  ] as const)('of %s are all known', (part, options) => {
    expect([...statesOf(part)].sort()).toEqual([...options].sort());
  });

  it('warn where the platform or a moderator has to act', () => {
    expect(toneOf('lab', 'stalled')).toBe('warn');
    expect(toneOf('portfolio', 'adjudication')).toBe('warn');
  });
});

describe('listCounts', () => {
  const none = {
    seat: {},
    account: {},
    mail: {},
    cause: {},
    missing: {},
    exam: {},
    lab: {},
    portfolio: {},
    result: {},
  };

  it('counts in the order of the way and leaves out what is empty', () => {
    expect(listCounts({ ...none, exam: { scored: 2, open: 0, 'not-started': 1 } }, 'exam')).toEqual([
      { state: 'not-started', count: 1 },
      { state: 'scored', count: 2 },
    ]);
  });

  it('counts nothing in an empty cohort', () => {
    expect(listCounts(none, 'lab')).toEqual([]);
  });
});
