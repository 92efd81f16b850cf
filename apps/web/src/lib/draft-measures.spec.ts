import { describe, expect, it } from '@jest/globals';
import type { Measures } from '@ennead/contracts';
import {
  draftOf,
  emptyDraft,
  findMeasuresFaults,
  minutesForBreaks,
  readMeasures,
  withMinutes,
  type MeasuresDraft,
} from './draft-measures.ts';

const draft = (filled: Partial<MeasuresDraft>): MeasuresDraft => ({ ...emptyDraft, ...filled });

describe('measures in a form', () => {
  it.each<[string, Measures]>([
    ['a share of time', { extraTime: { by: 'percent', percent: 25 }, breaks: null, other: null }],
    ['minutes', { extraTime: { by: 'minutes', minutes: 30 }, breaks: null, other: 'A room' }],
    ['breaks', { extraTime: null, breaks: { count: 2, minutes: 10 }, other: null }],
  ])('come back as they were: %s', (_, measures) => {
    expect(readMeasures(draftOf(measures))).toEqual(measures);
  });

  it.each<[string, Partial<MeasuresDraft>, string[]]>([
    ['nothing', {}, ['none']],
    ['blanks', { other: '  ' }, ['none']],
    ['no share', { extra: 'percent' }, ['percent']],
    ['too small a share', { extra: 'percent', percent: '9' }, ['percent']],
    ['the greatest share', { extra: 'percent', percent: '100' }, []],
    ['too great a share', { extra: 'percent', percent: '101' }, ['percent']],
    ['half a minute', { extra: 'minutes', minutes: '0.5' }, ['minutes']],
    ['the most minutes', { extra: 'minutes', minutes: '480' }, []],
    ['a share that is not asked for', { extra: 'minutes', minutes: '10', percent: 'x' }, []],
    ['breaks without figures', { hasBreaks: true, breakCount: '13' }, ['breakCount', 'breakMinutes']],
    ['breaks that are not asked for', { breakCount: 'x', other: 'A room' }, []],
  ])('are looked at: %s', (_, filled, faults) => {
    expect(findMeasuresFaults(draft(filled))).toEqual(faults);
    expect(readMeasures(draft(filled)) === null).toBe(faults.length > 0);
  });
});

describe('time for breaks', () => {
  const breaks = { hasBreaks: true, breakCount: '２', breakMinutes: '10' };
  it.each<[string, Partial<MeasuresDraft>, number | null]>([
    ['none is given', breaks, 20],
    ['too little is given', { ...breaks, extra: 'minutes', minutes: '15' }, 20],
    ['enough is given', { ...breaks, extra: 'minutes', minutes: '20' }, null],
    ['a share is given', { ...breaks, extra: 'percent', percent: '10' }, null],
    ['there are none', { ...breaks, hasBreaks: false }, null],
    ['they are not filled in', { ...breaks, breakCount: '' }, null],
    ['it is more than can be given', { ...breaks, breakCount: '12', breakMinutes: '60' }, 480],
  ])('is proposed where %s', (_, filled, minutes) => {
    expect(minutesForBreaks(draft(filled))).toBe(minutes);
  });

  it('is taken in one press, and asked for no more', () => {
    const taken = withMinutes(draft(breaks), 20);
    expect(readMeasures(taken)).toEqual({
      extraTime: { by: 'minutes', minutes: 20 },
      breaks: { count: 2, minutes: 10 },
      other: null,
    });
    expect(minutesForBreaks(taken)).toBeNull();
  });
});
