import { describe, expect, it } from '@jest/globals';
import type { DimensionCode } from '@ennead/contracts';
import { judgeEntering, judgeEnteringByChoice, type EnterableSession } from './judge-entering.ts';

const now = '2027-03-01T10:00:00.000Z';
const before = '2027-03-01T09:59:59.999Z';
const later = '2027-03-04T10:00:00.000Z';
const all: DimensionCode[] = ['knowledge', 'skills', 'practice'];
const session = (closed: DimensionCode[], more: Partial<EnterableSession> = {}): EnterableSession => ({
  closesAt: later,
  isEntered: false,
  isForThem: true,
  placesLeft: null,
  parts: all.map((dimension) => ({ dimension, closesAt: closed.includes(dimension) ? before : later })),
  ...more,
});
const shut = (dimension: DimensionCode) => ({
  kind: 'refused',
  code: 'PART_CLOSED',
  dimension,
  closesAt: before,
});
const allowed = { kind: 'allowed' };

describe('judgeEntering', () => {
  it.each<[string, EnterableSession, DimensionCode[], object]>([
    ['everything open', session([]), [], allowed],
    [
      'as it closes',
      session([], { closesAt: now }),
      [],
      { kind: 'refused', code: 'SESSION_NOT_OPEN_FOR_ENTRY', closesAt: now },
    ],
    [
      'entered before',
      session([], { isEntered: true }),
      [],
      { kind: 'refused', code: 'SESSION_ENTERED_BEFORE' },
    ],
    [
      'closed and entered before: the door first',
      session([], { closesAt: before, isEntered: true }),
      [],
      { kind: 'refused', code: 'SESSION_NOT_OPEN_FOR_ENTRY', closesAt: before },
    ],
    [
      'entered before, a part closed since',
      session(['skills'], { isEntered: true }),
      [],
      { kind: 'refused', code: 'SESSION_ENTERED_BEFORE' },
    ],
    [
      'a part as it closes',
      session([], { parts: [{ dimension: 'practice', closesAt: now }] }),
      [],
      { ...shut('practice'), closesAt: now },
    ],
    ['the first of two parts that have closed', session(['practice', 'skills']), [], shut('skills')],
    ['a part that has closed', session(['skills']), ['practice'], shut('skills')],
    ['the same, carried over', session(['skills']), ['skills'], allowed],
  ])('%s', (_, one, carry, expected) => {
    expect(judgeEntering(one, carry, now)).toEqual(expected);
  });
});

describe('judgeEnteringByChoice', () => {
  it.each<[string, DimensionCode[], DimensionCode[], object]>([
    ['two have closed and can be carried', ['skills', 'practice'], all, allowed],
    ['one of them cannot', ['skills', 'practice'], ['practice'], shut('skills')],
    ['none has closed', [], [], allowed],
    ['one has closed, and nothing can be carried', ['knowledge'], [], shut('knowledge')],
    ['all have closed: nothing would be left to sit', all, all, shut('knowledge')],
  ])('%s', (_, closed, carriable, expected) => {
    expect(judgeEnteringByChoice(session(closed), carriable, now)).toEqual(expected);
  });
});
