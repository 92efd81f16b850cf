import { describe, expect, it } from '@jest/globals';
import type { ConflictKind, ImpartialityRules } from '@ennead/contracts';
import { barring, barsAt, type Dated } from './ties.ts';

const reason = { 'zh-CN': '规则', en: 'a rule' };
const rules: ImpartialityRules = {
  declarationMonths: 12,
  bars: [
    { tie: 'candidate', from: ['mark', 'decide'], months: null, reason, lifts: [] },
    { tie: 'trainer', from: ['decide'], months: null, reason, lifts: [] },
    { tie: 'trainer', from: ['mark'], months: 24, reason, lifts: [] },
    { tie: 'manager', from: ['mark', 'decide'], months: 24, reason, lifts: ['decide'] },
  ],
};
const now = '2026-11-28T08:00:00Z';
const bars = barsAt(rules, 'Asia/Shanghai', now);

const tie = (relation: Dated['relation'], until: string | null): Dated => ({
  relation,
  untilAt: until === null ? null : new Date(until),
});

describe('what bars from an act', () => {
  it.each<[string, Dated[], ConflictKind[], ConflictKind[]]>([
    ['nothing a stranger', [], [], []],
    ['a tie that holds, from what the table says', [tie('trainer', null)], ['trainer'], ['trainer']],
    ['for ever where it never lapses', [tie('trainer', '2001-01-01T00:00:00Z')], [], ['trainer']],
    ['to the very end of its months', [tie('manager', '2024-11-28T08:00:00.001Z')], ['manager'], ['manager']],
    ['and no longer', [tie('manager', '2024-11-28T08:00:00Z')], [], []],
    [
      'by the term that lasts longest of several',
      [tie('manager', '2020-01-01T00:00:00Z'), tie('manager', '2026-01-01T00:00:00Z')],
      ['manager'],
      ['manager'],
    ],
    [
      'each once, in one order',
      [tie('manager', null), tie('candidate', null), tie('manager', null)],
      ['candidate', 'manager'],
      ['candidate', 'manager'],
    ],
    ['none that the table does not name', [tie('relative', null), tie('member', null)], [], []],
  ])('%s', (_, ties, fromMarking, fromDeciding) => {
    expect(barring(ties, 'mark', bars)).toEqual(fromMarking);
    expect(barring(ties, 'decide', bars)).toEqual(fromDeciding);
    expect(barring(ties, 'assign', bars)).toEqual([]);
  });

  it('lets a tie pass that was lifted for this act, where the table lets anybody lift it', () => {
    const ties = [tie('manager', null), tie('trainer', null)];
    const lifted = (['mark', 'decide'] as const).flatMap((act) =>
      (['manager', 'trainer'] as const).map((kind) => ({ act, tie: kind })),
    );
    expect(barring(ties, 'decide', bars, lifted)).toEqual(['trainer']);
    expect(barring(ties, 'mark', bars, lifted)).toEqual(['trainer', 'manager']);
    expect(barring(ties, 'decide', bars, [{ act: 'mark', tie: 'manager' }])).toEqual(['trainer', 'manager']);
  });

  it('counts months in the zone of the scheme: the last day of a shorter month', () => {
    const [manager] = barsAt(
      { ...rules, bars: [{ tie: 'manager', from: ['mark'], months: 6, reason, lifts: [] }] },
      'Asia/Shanghai',
      '2026-08-30T17:00:00Z',
    ).mark;
    expect(manager!.since).toEqual(new Date('2026-02-27T17:00:00Z'));
  });
});
