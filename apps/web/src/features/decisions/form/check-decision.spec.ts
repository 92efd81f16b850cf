import { describe, expect, it } from '@jest/globals';
import {
  checkDecision,
  emptyDraft,
  isFilledIn,
  parseYears,
  type Draft,
  type Fault,
} from './check-decision.ts';

const full: Draft = {
  outcome: 'grant',
  met: true,
  years: '3',
  note: ' Payslips. ',
  reason: ' Everything agrees. ',
};

describe('parseYears', () => {
  it.each([
    ['3', 3],
    [' 0.5 ', 0.5],
    ['2。5', 2.5],
    ['１．５', 1.5],
    ['60', 60],
    ['61', null],
    ['', null],
    ['three', null],
    ['-1', null],
    ['1.25', null],
  ] as const)('%j is %p', (text, years) => expect(parseYears(text)).toBe(years));
});

describe('isFilledIn', () => {
  it.each<[Partial<Draft>, boolean]>([
    [{}, false],
    [{ outcome: 'grant', met: true }, false],
    [{ reason: ' \n' }, false],
    [{ reason: 'It' }, true],
    [{ note: 'x' }, true],
    [{ years: '3' }, true],
  ])('%j: %s', (draft, expected) => {
    expect(isFilledIn({ ...emptyDraft, ...draft })).toBe(expected);
  });
});

describe('checkDecision', () => {
  it('gives the input, trimmed', () => {
    expect(checkDecision(full, 3)).toEqual({
      ok: true,
      input: {
        outcome: 'grant',
        reason: 'Everything agrees.',
        experience: { met: true, years: 3, note: 'Payslips.' },
      },
    });
  });

  it.each<[string, Partial<Draft>, Fault[]]>([
    ['no decision chosen', { outcome: null }, ['outcome']],
    ['a grant without experience', { met: false }, ['met']],
    ['no years', { years: '' }, ['years']],
    ['fewer years than asked', { years: '2.5' }, ['short']],
    ['a reason too short', { reason: 'Fine.    ' }, ['reason']],
    ['several at once', { met: false, years: 'x', reason: '' }, ['met', 'years', 'reason']],
  ])('names %s', (_, change, faults) => {
    expect(checkDecision({ ...full, ...change }, 3)).toEqual({ ok: false, faults: new Set(faults) });
  });

  it('lets a refusal stand without experience', () => {
    expect(checkDecision({ ...full, outcome: 'refuse', met: false, years: '0' }, 3).ok).toBe(true);
  });

  it('asks a refusal for no years, but takes none that are wrong', () => {
    const left = { ...full, outcome: 'refuse', met: false, years: ' ', note: '' } as const;
    expect(checkDecision(left, 3)).toEqual({
      ok: true,
      input: { outcome: 'refuse', reason: 'Everything agrees.', experience: null },
    });
    expect(checkDecision({ ...left, years: 'x' }, 3)).toEqual({ ok: false, faults: new Set(['years']) });
    expect(checkDecision({ ...left, note: 'One year.' }, 3)).toEqual({
      ok: false,
      faults: new Set(['years']),
    });
  });
});
