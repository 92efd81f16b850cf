import { describe, expect, it } from '@jest/globals';
import { HouseTie, PersonalTie, type CaseAct } from '@ennead/contracts';
import { barsFor, houseTies, personalTies } from './ties.ts';

it('offers every tie that can be declared', () => {
  expect([...personalTies].sort()).toEqual([...PersonalTie.options].sort());
  expect([...houseTies].sort()).toEqual([...HouseTie.options].sort());
});

describe('how long a tie bars after it has ended', () => {
  const reason = { 'zh-CN': '回避', en: 'Stays out of it.' };
  const bar = (tie: 'trainer' | 'relative' | 'teacher', act: CaseAct, months: number | null) => ({
    tie,
    from: [act],
    months,
    reason,
    lifts: [],
  });
  const rules = {
    declarationMonths: 12,
    bars: [
      bar('trainer', 'mark', 24),
      bar('trainer', 'decide', null),
      bar('teacher', 'mark', 12),
      bar('teacher', 'decide', 24),
      bar('relative', 'decide', null),
      bar('relative', 'mark', 24),
    ],
  };
  it.each([
    ['teacher', 24],
    ['trainer', null],
    ['relative', null],
    ['colleague', 0],
  ] as const)('%s: %j months, as its longest rule says', (tie, months) => {
    expect(barsFor(rules, tie)).toBe(months);
  });
});
