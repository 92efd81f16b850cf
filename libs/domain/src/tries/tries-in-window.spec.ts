import { describe, expect, it } from '@jest/globals';
import type { Entry } from './entry.ts';
import { triesInWindow } from './tries-in-window.ts';

const shanghai = 'Asia/Shanghai';
const rules = { waitDays: 14, most: 3, withinMonths: 12 };
const entry = (number: number, firstSatAt: string | null, more: Partial<Entry> = {}): Entry => ({
  number,
  cause: 'retake',
  state: 'decided',
  firstSatAt,
  sessionClosesAt: '2026-12-31T00:00:00.000Z',
  decision: null,
  ...more,
});
const january = entry(1, '2026-01-10T02:00:00.000Z');
const march = entry(2, '2026-03-10T02:00:00.000Z');
const june = entry(3, '2026-06-10T02:00:00.000Z');
const leaving = (number: number, leavesAt: string) => ({ number, leavesAt });

describe('triesInWindow', () => {
  it.each<[string, Entry[], string, object[]]>([
    ['nothing of nothing', [], '2026-07-01T00:00:00Z', []],
    [
      'the first to leave comes first, in whatever order they are given',
      [june, january, march],
      '2026-07-01T00:00:00Z',
      [
        leaving(1, '2027-01-10T02:00:00.000Z'),
        leaving(2, '2027-03-10T02:00:00.000Z'),
        leaving(3, '2027-06-10T02:00:00.000Z'),
      ],
    ],
    [
      'what has left does not count, from that very moment',
      [january, march],
      '2027-01-10T02:00:00Z',
      [leaving(2, '2027-03-10T02:00:00.000Z')],
    ],
    ['up to it, it does', [january], '2027-01-10T01:59:59.999Z', [leaving(1, '2027-01-10T02:00:00.000Z')]],
    ['nor does what lies ahead', [june], '2026-06-10T01:59:59.999Z', []],
    [
      'nor what uses no try',
      [entry(4, '2026-06-10T02:00:00.000Z', { cause: 'mock' })],
      '2026-07-01T00:00:00Z',
      [],
    ],
    [
      'an absence counts from the end of its session',
      [entry(5, null)],
      '2027-01-01T00:00:00Z',
      [leaving(5, '2027-12-31T00:00:00.000Z')],
    ],
  ])('%s', (_, entries, now, expected) => {
    expect(triesInWindow(rules, shanghai, entries, now)).toEqual(expected);
  });
});
