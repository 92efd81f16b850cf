import { describe, expect, it } from '@jest/globals';
import {
  addInZone,
  endOfDay,
  isBefore,
  isTimeZone,
  latestOf,
  startOfDay,
  type Span,
} from './zoned-calendar.ts';

const shanghai = 'Asia/Shanghai';
const newYork = 'America/New_York';

describe('addInZone', () => {
  it.each<[string, string, Span, string, string]>([
    ['a day', '2026-11-01T10:00:00+08:00', { days: 14 }, shanghai, '2026-11-15T10:00:00+08:00'],
    [
      '31 August, to a short February',
      '2026-08-31T10:00:00+08:00',
      { months: 6 },
      shanghai,
      '2027-02-28T10:00:00+08:00',
    ],
    [
      '31 August, to a long February',
      '2027-08-31T10:00:00+08:00',
      { months: 6 },
      shanghai,
      '2028-02-29T10:00:00+08:00',
    ],
    [
      'back from 31 August',
      '2026-08-31T10:00:00+08:00',
      { months: -6 },
      shanghai,
      '2026-02-28T10:00:00+08:00',
    ],
    [
      'a leap day, three years on',
      '2028-02-29T08:00:00+08:00',
      { months: 36 },
      shanghai,
      '2031-02-28T08:00:00+08:00',
    ],
    [
      'a leap day, four years on',
      '2028-02-29T08:00:00+08:00',
      { months: 48 },
      shanghai,
      '2032-02-29T08:00:00+08:00',
    ],
    // In UTC this is still 30 April, and a month on would be 30 May.
    [
      'the zone’s own month end',
      '2026-05-01T00:30:00+08:00',
      { months: 1 },
      shanghai,
      '2026-06-01T00:30:00+08:00',
    ],
    // Clocks go forward on 8 March 2026 at 02:00 and back on 1 November 2026 at 02:00.
    [
      'across a change of clocks',
      '2026-03-07T09:00:00-05:00',
      { days: 1 },
      newYork,
      '2026-03-08T09:00:00-04:00',
    ],
    [
      'to an hour that is skipped',
      '2026-03-07T02:30:00-05:00',
      { days: 1 },
      newYork,
      '2026-03-08T03:30:00-04:00',
    ],
    [
      'to an hour that comes twice',
      '2026-10-31T01:30:00-04:00',
      { days: 1 },
      newYork,
      '2026-11-01T01:30:00-04:00',
    ],
    ['nothing', '2026-01-01T00:00:00.123456Z', { months: 0 }, shanghai, '2026-01-01T00:00:00.123Z'],
  ])('%s', (_, instant, span, zone, expected) => {
    expect(addInZone(instant, span, zone)).toBe(new Date(expected).toISOString());
  });

  it.each([
    ['2026-01-01T00:00:00', shanghai],
    ['soon', shanghai],
    ['2026-01-01T00:00:00Z', 'Asia/Nowhere'],
  ])('refuses %s in %s', (instant, zone) => {
    expect(() => addInZone(instant, { days: 1 }, zone)).toThrow(RangeError);
  });
});

describe('startOfDay and endOfDay', () => {
  it.each([
    ['2029-11-26T10:15:00+08:00', shanghai, '2029-11-26T00:00:00+08:00', '2029-11-26T23:59:59.999+08:00'],
    // In UTC this is still the 25th.
    ['2029-11-26T00:00:00+08:00', shanghai, '2029-11-26T00:00:00+08:00', '2029-11-26T23:59:59.999+08:00'],
    ['2029-11-26T23:59:59.999+08:00', shanghai, '2029-11-26T00:00:00+08:00', '2029-11-26T23:59:59.999+08:00'],
    // A day of 23 hours and one of 25.
    ['2026-03-08T12:00:00-04:00', newYork, '2026-03-08T00:00:00-05:00', '2026-03-08T23:59:59.999-04:00'],
    ['2026-11-01T12:00:00-05:00', newYork, '2026-11-01T00:00:00-04:00', '2026-11-01T23:59:59.999-05:00'],
    // Clocks went from 24:00 on the 5th to 01:00 on the 6th.
    [
      '2026-09-06T12:00:00-03:00',
      'America/Santiago',
      '2026-09-06T01:00:00-03:00',
      '2026-09-06T23:59:59.999-03:00',
    ],
  ])('%s in %s: from %s to %s', (instant, zone, start, end) => {
    expect(startOfDay(instant, zone)).toBe(new Date(start).toISOString());
    expect(endOfDay(instant, zone)).toBe(new Date(end).toISOString());
  });
});

describe('isTimeZone', () => {
  it.each([
    ['Asia/Shanghai', true],
    ['America/New_York', true],
    ['UTC', true],
    ['Asia/Nowhere', false],
    ['+08:00', false],
    ['', false],
    ['-08:00', false],
    ['1Asia/Shanghai', false],
  ])('%p: %p', (name, expected) => {
    expect(isTimeZone(name)).toBe(expected);
  });
});

describe('instants', () => {
  it('are compared whatever their offset', () => {
    expect(isBefore('2026-01-01T08:00:00+08:00', '2026-01-01T00:00:01Z')).toBe(true);
    expect(isBefore('2026-01-01T08:00:00+08:00', '2026-01-01T00:00:00Z')).toBe(false);
    expect(isBefore('2026-01-01T00:00:00.000001Z', '2026-01-01T00:00:00.000002+00:00')).toBe(true);
    expect(() => isBefore('2026-01-01T00:00:00', '2026-01-01T00:00:00Z')).toThrow(RangeError);
    expect(latestOf(['2026-01-01T09:00:00+08:00', '2026-01-01T00:30:00Z'])).toBe('2026-01-01T09:00:00+08:00');
    expect(latestOf([])).toBeNull();
    const times = ['2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z', '2026-02-01T00:00:00Z'];
    expect(latestOf(times)).toBe('2026-03-01T00:00:00Z');
  });
});
