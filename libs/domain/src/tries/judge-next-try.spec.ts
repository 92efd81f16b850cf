import { describe, expect, it } from '@jest/globals';
import { firstRules, type SchemeRules } from '@ennead/contracts';
import { someRules } from '@ennead/testing/builders';
import fc from 'fast-check';
import type { Entry, EntryDecision } from './entry.ts';
import { heldGrade } from './held-grade.ts';
import { judgeFreeSitting } from './judge-free-sitting.ts';
import { judgeNextTry } from './judge-next-try.ts';

const rules = someRules();
const at = (local: string) => new Date(`${local}+08:00`).toISOString();
const refused = (notified: string): EntryDecision => ({
  outcome: 'refuse',
  grade: null,
  notifiedAt: at(notified),
  expiresAt: null,
});
const granted = (grade: number, notified: string, expiresAt: string | null = null): EntryDecision => ({
  outcome: 'grant',
  grade,
  notifiedAt: at(notified),
  expiresAt: expiresAt && at(expiresAt),
});
/** Entry by entry: sat on the day named at 10:00, its session over a week later. */
const sat = (
  number: number,
  day: string,
  decision: EntryDecision | null,
  more: Partial<Entry> = {},
): Entry => ({
  number,
  cause: number === 1 ? 'first' : 'retake',
  state: decision ? 'decided' : 'entered',
  firstSatAt: at(`${day}T10:00`),
  sessionClosesAt: new Date(Date.parse(at(`${day}T10:00`)) + 7 * 86_400_000).toISOString(),
  decision,
  ...more,
});

const first = sat(1, '2026-03-01', refused('2026-03-20T15:00'));
const second = sat(2, '2026-05-01', refused('2026-05-20T15:00'));
const third = sat(3, '2026-08-31', refused('2026-09-20T15:00'));
const absent = sat(2, '2026-05-01', null, { state: 'missed', firstSatAt: null });
const failed = sat(1, '2026-03-01', refused('2026-03-20T15:00'), { state: 'replaced' });
const free = sat(2, '2026-03-25', refused('2026-04-01T15:00'), { cause: 'free-sitting' });

const allowed = (number: number, cause: string) => ({ kind: 'allowed', number, cause });
const early = (earliest: string) => ({
  kind: 'refused',
  code: 'TRY_TOO_EARLY',
  earliestAt: at(earliest),
  waitDays: 14,
});
const usedUp = (earliest: string, used = 3) => ({
  kind: 'refused',
  code: 'TRIES_USED_UP',
  earliestAt: at(earliest),
  used,
  most: 3,
  withinMonths: 12,
});
const open = (number: number) => ({ kind: 'refused', code: 'TRY_OPEN', number });

describe('judgeNextTry', () => {
  it.each<[string, Entry[], string, object]>([
    ['nobody has entered', [], '2026-03-01T10:00', allowed(1, 'first')],
    [
      'only a mock exam',
      [sat(1, '2026-02-01', null, { cause: 'mock' })],
      '2026-03-01T10:00',
      allowed(2, 'first'),
    ],
    [
      'open by another account of theirs',
      [sat(4, '2026-03-01', null, { isElsewhere: true })],
      '2026-03-02T10:00',
      { kind: 'refused', code: 'TRY_OPEN_ELSEWHERE' },
    ],
    [
      'decided by another account, numbered there',
      [sat(4, '2026-03-01', refused('2026-03-20T15:00'), { isElsewhere: true })],
      '2026-04-03T15:00',
      allowed(1, 'retake'),
    ],
    [
      'used up by two accounts together',
      [{ ...first, isElsewhere: true }, { ...second, number: 1 }, third],
      '2026-10-20T10:00',
      usedUp('2027-03-01T10:00'),
    ],
    [
      'excused',
      [sat(1, '2026-03-01', null, { state: 'excused', firstSatAt: null })],
      '2026-03-20T10:00',
      allowed(2, 'first'),
    ],

    [
      'entered and not begun',
      [sat(1, '2026-03-01', null, { firstSatAt: null })],
      '2026-02-20T10:00',
      open(1),
    ],
    ['sat and undecided', [sat(1, '2026-03-01', null)], '2026-06-01T10:00', open(1)],
    [
      'decided and not told',
      [sat(1, '2026-03-01', { ...refused('2026-03-20T15:00'), notifiedAt: null })],
      '2026-06-01T10:00',
      open(1),
    ],
    ['reopened', [{ ...first, state: 'reopened' }], '2026-06-01T10:00', open(1)],
    [
      'absent: nothing to wait for, a try used',
      [{ ...absent, number: 1, state: 'missed', decision: null }],
      '2026-06-01T10:00',
      allowed(2, 'retake'),
    ],
    ['the second is open', [first, sat(2, '2026-05-01', null)], '2026-05-02T10:00', open(2)],

    ['a minute before fourteen days are over', [first], '2026-04-03T14:59', early('2026-04-03T15:00')],
    ['fourteen days to the minute', [first], '2026-04-03T15:00', allowed(2, 'retake')],
    [
      'the notice of the last decision counts',
      [second, first],
      '2026-05-21T10:00',
      early('2026-06-03T15:00'),
    ],
    ['after an absence nobody waits', [first, absent], '2026-05-21T10:00', allowed(3, 'retake')],
    [
      'a withdrawn grade waits as well',
      [sat(1, '2026-03-01', { ...refused('2026-03-20T15:00'), outcome: 'withdraw' })],
      '2026-03-21T10:00',
      early('2026-04-03T15:00'),
    ],

    [
      'what was replaced makes no one wait, whatever it was decided to be',
      [first, { ...second, state: 'replaced' }],
      '2026-05-21T10:00',
      allowed(3, 'retake'),
    ],
    [
      'nor is its grade gone: it is held until it is withdrawn',
      [sat(1, '2026-03-01', granted(3, '2026-03-20T15:00'), { state: 'replaced' })],
      '2026-06-01T10:00',
      { kind: 'refused', code: 'GRADE_AT_TOP', grade: 3 },
    ],
    [
      'a lower one neither: it may be bettered',
      [sat(1, '2026-03-01', granted(1, '2026-03-20T15:00'), { state: 'replaced' })],
      '2026-06-01T10:00',
      allowed(2, 'higher'),
    ],
    [
      'a mock exam neither holds a grade nor makes anyone wait',
      [sat(1, '2026-03-01', granted(3, '2026-03-20T15:00'), { cause: 'mock' })],
      '2026-03-21T10:00',
      allowed(2, 'first'),
    ],
    [
      'a grade that ended, after a try that has left the months: no first try again',
      [sat(1, '2026-03-01', granted(1, '2026-03-20T15:00', '2029-03-20T15:00'))],
      '2030-03-20T15:00',
      allowed(2, 'retake'),
    ],
    ['two used', [first, second], '2026-07-01T10:00', allowed(3, 'retake')],
    ['three used', [first, second, third], '2026-11-01T10:00', usedUp('2027-03-01T10:00')],
    ['in any order', [third, first, second], '2026-11-01T10:00', usedUp('2027-03-01T10:00')],
    [
      'a minute before the oldest is a year old',
      [first, second, third],
      '2027-03-01T09:59',
      usedUp('2027-03-01T10:00'),
    ],
    ['the oldest a year old', [first, second, third], '2027-03-01T10:00', allowed(4, 'retake')],
    [
      'an absence is as old as the end of its session',
      [
        absent,
        sat(3, '2026-06-01', refused('2026-06-20T15:00')),
        sat(4, '2026-08-31', refused('2026-09-20T15:00')),
      ],
      '2027-05-01T10:00',
      usedUp('2027-05-08T10:00'),
    ],
    [
      'four used where three are the most: two must leave',
      [first, second, third, sat(4, '2026-10-20', refused('2026-10-30T15:00'))],
      '2026-12-01T10:00',
      usedUp('2027-05-01T10:00', 4),
    ],
    [
      'too early and used up: the later of both',
      [first, second, third],
      '2026-09-21T10:00',
      usedUp('2027-03-01T10:00'),
    ],
    [
      'used up and too early: the later of both',
      [first, second, sat(3, '2026-12-01', refused('2027-02-25T15:00'))],
      '2027-02-26T10:00',
      early('2027-03-11T15:00'),
    ],

    ['a failure of ours uses no try and has no wait', [failed], '2026-03-21T10:00', allowed(2, 'first')],
    [
      'a free sitting uses no try',
      [
        failed,
        free,
        sat(3, '2026-05-01', refused('2026-05-20T15:00')),
        sat(4, '2026-07-01', refused('2026-07-20T15:00')),
      ],
      '2026-09-01T10:00',
      allowed(5, 'retake'),
    ],
    ['its refusal has a wait', [failed, free], '2026-04-02T10:00', early('2026-04-15T15:00')],

    [
      'a grade under the top',
      [sat(1, '2026-03-01', granted(1, '2026-03-20T15:00'))],
      '2026-04-03T15:00',
      allowed(2, 'higher'),
    ],
    [
      'a grade under the top waits as well',
      [sat(1, '2026-03-01', granted(2, '2026-03-20T15:00'))],
      '2026-03-21T15:00',
      early('2026-04-03T15:00'),
    ],
    [
      'the top grade',
      [sat(1, '2026-03-01', granted(3, '2026-03-20T15:00'))],
      '2026-06-01T10:00',
      { kind: 'refused', code: 'GRADE_AT_TOP', grade: 3 },
    ],
    [
      'the top grade, and a lower one since',
      [
        sat(1, '2026-03-01', granted(3, '2026-03-20T15:00')),
        sat(2, '2026-05-01', granted(1, '2026-05-20T15:00')),
      ],
      '2026-07-01T10:00',
      { kind: 'refused', code: 'GRADE_AT_TOP', grade: 3 },
    ],
    [
      'the top grade, withdrawn',
      [sat(1, '2026-03-01', { ...granted(3, '2026-03-20T15:00'), outcome: 'withdraw' })],
      '2026-06-01T10:00',
      allowed(2, 'retake'),
    ],
    [
      'the top grade, ended',
      [sat(1, '2026-03-01', granted(3, '2026-03-20T15:00', '2029-03-20T15:00'))],
      '2029-03-20T15:00',
      allowed(2, 'retake'),
    ],
  ])('%s', (_, entries, now, expected) => {
    expect(judgeNextTry(rules, entries, 3, at(now))).toEqual(expected);
  });

  it.each<[string, Entry[], object]>([
    ['a first try', [], allowed(1, 'first')],
    ['no second one', [first], { kind: 'refused', code: 'TRY_NOT_OFFERED' }],
    [
      'no higher grade',
      [sat(1, '2026-03-01', granted(1, '2026-03-20T15:00'))],
      { kind: 'refused', code: 'TRY_NOT_OFFERED' },
    ],
    [
      'another first after an excuse',
      [sat(1, '2026-03-01', null, { state: 'excused', firstSatAt: null })],
      allowed(2, 'first'),
    ],
  ])('a scheme that settles no tries allows %s', (_, entries, expected) => {
    expect(judgeNextTry(firstRules, entries, 3, at('2026-12-01T10:00'))).toEqual(expected);
  });

  it.each<[string, Entry[], string, object]>([
    ['opens as the wait ends', [first], '2026-04-03T15:00', allowed(2, 'retake')],
    ['opens a minute before', [first], '2026-04-03T14:59', early('2026-04-03T15:00')],
    ['has been open', [first], '2026-03-01T10:00', early('2026-04-03T15:00')],
    ['opens as the oldest leaves', [first, second, third], '2027-03-01T10:00', allowed(4, 'retake')],
    ['opens while one is open', [first, sat(2, '2026-03-20', null)], '2026-06-01T10:00', open(2)],
    [
      'opens after the top grade ends',
      [sat(1, '2026-03-01', granted(3, '2026-03-20T15:00', '2026-04-20T15:00'))],
      '2026-05-01T10:00',
      { kind: 'refused', code: 'GRADE_AT_TOP', grade: 3 },
    ],
  ])('asked the day after the notice for a session that %s', (_, entries, opensAt, expected) => {
    expect(judgeNextTry(rules, entries, 3, at('2026-03-21T15:00'), at(opensAt))).toEqual(expected);
  });

  it('counts the months in the zone of the scheme', () => {
    const inNewYork: SchemeRules = {
      ...rules,
      timeZone: 'America/New_York',
      tries: { waitDays: 0, most: 1, withinMonths: 6 },
    };
    const given = sat(1, '2026-09-15', refused('2026-09-20T15:00'), { firstSatAt: '2026-09-15T13:00:00Z' });
    // 09:00 in New York both times, an hour later in UTC once summer time is over; March has it again.
    expect(judgeNextTry(inNewYork, [given], 3, '2026-12-01T00:00:00Z')).toMatchObject({
      earliestAt: '2027-03-15T13:00:00.000Z',
    });
    const winter = { ...inNewYork, tries: { waitDays: 0, most: 1, withinMonths: 4 } };
    expect(judgeNextTry(winter, [given], 3, '2026-12-01T00:00:00Z')).toMatchObject({
      earliestAt: '2027-01-15T14:00:00.000Z',
    });
  });
});

describe('the number of the next entry', () => {
  it('follows the highest, in whatever order and with whatever gaps entries come', () => {
    const entries = [5, 2].map((number) => ({ ...failed, number }));
    expect(judgeFreeSitting(entries)).toEqual(allowed(6, 'free-sitting'));
    expect(judgeFreeSitting([])).toEqual(allowed(1, 'free-sitting'));
    expect(judgeNextTry(rules, entries, 3, at('2026-06-01T10:00'))).toEqual(allowed(6, 'first'));
  });
});

describe('the grade that is held', () => {
  const grants = (...some: EntryDecision[]) =>
    heldGrade(
      some.map((decision, at) => sat(at + 1, '2026-03-01', decision)),
      at('2027-01-01T10:00'),
    );
  it.each<[string, EntryDecision[], number | null]>([
    ['none where nothing was decided', [], null],
    ['none by a refusal', [refused('2026-03-20T15:00')], null],
    ['none by what was withdrawn', [{ ...granted(2, '2026-03-20T15:00'), outcome: 'withdraw' }], null],
    ['none by a grant without one', [{ ...granted(2, '2026-03-20T15:00'), grade: null }], null],
    [
      'the best',
      [granted(1, '2026-03-20T15:00'), granted(3, '2026-03-20T15:00'), granted(2, '2026-03-20T15:00')],
      3,
    ],
    [
      'the best that has not ended',
      [
        granted(3, '2026-03-20T15:00', '2027-01-01T10:00'),
        granted(2, '2026-03-20T15:00', '2027-01-01T10:01'),
      ],
      2,
    ],
  ])('%s', (_, some, expected) => {
    expect(grants(...some)).toBe(expected);
  });
});

describe('judgeFreeSitting', () => {
  it.each<[string, Entry[], object]>([
    ['after a failure of ours', [failed], allowed(2, 'free-sitting')],
    ['whatever was used', [first, second, { ...third, state: 'replaced' }], allowed(4, 'free-sitting')],
    ['not beside an open entry', [failed, sat(2, '2026-05-01', null)], open(2)],
    [
      'beside a mock exam',
      [failed, sat(2, '2026-05-01', null, { cause: 'mock' })],
      allowed(3, 'free-sitting'),
    ],
  ])('%s', (_, entries, expected) => {
    expect(judgeFreeSitting(entries)).toEqual(expected);
  });
});

describe('judgeNextTry, for any history of refusals', () => {
  const day = fc.integer({ min: 0, max: 900 });
  const history = fc.uniqueArray(day, { maxLength: 8 }).map((days) =>
    [...days]
      .sort((a, b) => a - b)
      .map((one, index) => {
        const satAt = Date.UTC(2026, 0, 1) + one * 86_400_000;
        return sat(index + 1, '2026-01-01', refused('2026-01-01T00:00'), {
          firstSatAt: new Date(satAt).toISOString(),
          decision: {
            ...refused('2026-01-01T00:00'),
            notifiedAt: new Date(satAt + 3_600_000).toISOString(),
          },
        });
      }),
  );
  const afterAll = (entries: readonly Entry[], days: number) =>
    new Date(Date.parse(entries.at(-1)?.decision?.notifiedAt ?? at('2026-01-01T00:00')) + days * 86_400_000);

  it('allows a try at the instant that it names, and not a millisecond before', () => {
    fc.assert(
      fc.property(history, fc.nat(400), (entries, days) => {
        const verdict = judgeNextTry(rules, entries, 3, afterAll(entries, days).toISOString());
        if (verdict.kind === 'allowed') return;
        if (!('earliestAt' in verdict)) throw new Error(verdict.code);
        const { earliestAt } = verdict;
        const before = new Date(Date.parse(earliestAt) - 1).toISOString();
        expect(judgeNextTry(rules, entries, 3, earliestAt)).toMatchObject({ kind: 'allowed' });
        expect(judgeNextTry(rules, entries, 3, before)).toMatchObject({ kind: 'refused' });
      }),
    );
  });

  it('says of a session that opens later what it would say then', () => {
    fc.assert(
      fc.property(history, fc.nat(400), fc.nat(400), (entries, days, ahead) => {
        const now = afterAll(entries, days);
        const opensAt = new Date(now.getTime() + ahead * 86_400_000).toISOString();
        expect(judgeNextTry(rules, entries, 3, now.toISOString(), opensAt)).toEqual(
          judgeNextTry(rules, entries, 3, opensAt),
        );
      }),
    );
  });

  it('never allows more than the most within the months', () => {
    fc.assert(
      fc.property(history, fc.nat(400), (entries, days) => {
        const now = afterAll(entries, days);
        if (judgeNextTry(rules, entries, 3, now.toISOString()).kind === 'refused') return;
        const yearBefore = new Date(now);
        yearBefore.setUTCFullYear(now.getUTCFullYear() - 1);
        const recent = entries.filter(
          ({ firstSatAt }) => Date.parse(firstSatAt!) > yearBefore.getTime() + 86_400_000,
        );
        expect(recent.length).toBeLessThan(3);
      }),
    );
  });
});
