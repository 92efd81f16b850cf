import { describe, expect, it } from '@jest/globals';
import type { ConflictKind, ImpartialityRules, ReviewKind } from '@ennead/contracts';
import { tiedAtMarking, type KnownTie } from './tied-at-marking.ts';

const reason = { 'zh-CN': '规则', en: 'a rule' };
const rules: ImpartialityRules = {
  declarationMonths: 12,
  bars: [
    { tie: 'relative', from: ['mark', 'settle'], months: null, reason, lifts: [] },
    { tie: 'colleague', from: ['mark'], months: 6, reason, lifts: ['mark'] },
    { tie: 'assessor', from: ['decide'], months: null, reason, lifts: [] },
  ],
};
const day = (text: string): Date => new Date(`${text}T08:00:00Z`);
const marks = (kind: ReviewKind = 'review') => ({
  kind,
  assignedAt: day('2026-03-01'),
  submittedAt: day('2026-03-10'),
  answered: [] as { ties: ConflictKind[]; answeredAt: Date }[],
});
const tie = (
  relation: ConflictKind,
  from: string | null,
  until: string | null = null,
  known = '2026-06-01',
): KnownTie => ({
  relation,
  fromAt: from === null ? null : day(from),
  untilAt: until === null ? null : day(until),
  knownAt: day(known),
});

describe('what tied an author when they marked, and came to light later', () => {
  it.each<[string, KnownTie[], ConflictKind[]]>([
    ['a tie that always was', [tie('relative', null)], ['relative']],
    ['one that began before they had the script', [tie('colleague', '2020-01-01')], ['colleague']],
    ['one that began while they had it', [tie('colleague', '2026-03-05')], ['colleague']],
    ['one that began at the moment when they submitted', [tie('colleague', '2026-03-10')], ['colleague']],
    ['none that began after', [tie('colleague', '2026-03-11'), tie('relative', '2026-03-11')], []],
    ['none that was known by then', [tie('relative', null, null, '2026-03-10')], []],
    ['one whose months were not over', [tie('colleague', '2020-01-01', '2025-09-02')], ['colleague']],
    ['none whose months were', [tie('colleague', '2020-01-01', '2025-09-01')], []],
    ['one that ended while they had the script', [tie('colleague', null, '2026-03-02')], ['colleague']],
    ['none that bars from something else', [tie('assessor', null), tie('teacher', null)], []],
    [
      'each once, in one order',
      [tie('colleague', null), tie('relative', null), tie('colleague', '2021-01-01')],
      ['relative', 'colleague'],
    ],
  ])('%s', (_, ties, expected) => {
    expect(tiedAtMarking(ties, marks(), rules, 'Asia/Shanghai').map((one) => one.tie)).toEqual(expected);
  });

  it('asks of a moderator what bars from settling', () => {
    const ties = [tie('colleague', null), tie('relative', null)];
    expect(tiedAtMarking(ties, marks('adjudication'), rules, 'UTC')).toMatchObject([{ tie: 'relative' }]);
  });

  it('says since when by the one that began first, of those that barred', () => {
    const ties = [tie('colleague', '2025-01-01'), tie('colleague', '2019-01-01', '2020-01-01')];
    expect(tiedAtMarking(ties, marks(), rules, 'UTC')).toEqual([
      { tie: 'colleague', fromAt: day('2025-01-01'), knownAt: day('2026-06-01') },
    ]);
    const [found] = tiedAtMarking([...ties, tie('colleague', null)], marks(), rules, 'UTC');
    expect(found!.fromAt).toBeNull();
  });

  it('lets pass what was lifted, where the table lets anybody lift it', () => {
    const ties = [tie('colleague', null), tie('relative', null)];
    const lifted = (['colleague', 'relative'] as const).map((one) => ({ act: 'mark' as const, tie: one }));
    expect(tiedAtMarking(ties, marks(), rules, 'UTC', lifted)).toMatchObject([{ tie: 'relative' }]);
  });

  it('lets pass what was answered for, and nothing that came to light after the answer', () => {
    const answered = [{ ties: ['colleague' as const], answeredAt: day('2026-06-01') }];
    const asked = (...ties: KnownTie[]) =>
      tiedAtMarking(ties, { ...marks(), answered }, rules, 'UTC').map((one) => one.tie);
    expect(asked(tie('colleague', null))).toEqual([]);
    expect(asked(tie('relative', null))).toEqual(['relative']);
    expect(asked(tie('colleague', null), tie('colleague', null, null, '2026-07-01'))).toEqual(['colleague']);
  });
});
