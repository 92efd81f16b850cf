import { describe, expect, it } from '@jest/globals';
import { firstRules } from '@ennead/contracts';
import { someRules } from '@ennead/testing/builders';
import { validityOf, validityOfHigher } from './validity-of.ts';

const rules = someRules();
const at = (local: string) => new Date(`${local}+08:00`).toISOString();
/** From an hour, through a day, renewable from another day on. */
const term = (effective: string, lastDay: string, renewable: string) => ({
  effectiveAt: at(effective),
  expiresAt: at(`${lastDay}T23:59:59.999`),
  renewableFrom: at(`${renewable}T00:00`),
});

describe('validityOf', () => {
  it.each([
    ['2026-11-26T10:15', term('2026-11-26T10:15', '2029-11-26', '2029-05-26')],
    // In UTC this is still 2026.
    ['2027-01-01T00:30', term('2027-01-01T00:30', '2030-01-01', '2029-07-01')],
    // Short months: three years from a leap day, six months before 31 August.
    ['2028-02-29T09:00', term('2028-02-29T09:00', '2031-02-28', '2030-08-28')],
    ['2026-08-31T09:00', term('2026-08-31T09:00', '2029-08-31', '2029-02-28')],
  ])('three years from %s', (decided, expected) => {
    expect(validityOf(rules, at(decided))).toEqual(expected);
  });

  it('is none where the scheme settles none', () => {
    expect(validityOf(firstRules, at('2026-11-26T10:15'))).toBeNull();
    expect(validityOfHigher(firstRules, null, [], at('2026-11-26T10:15'))).toBeNull();
  });
});

describe('validityOfHigher', () => {
  const old = at('2029-11-26T23:59:59.999');
  const decided = '2027-06-01T12:00';
  const kept = term(decided, '2029-11-26', '2029-05-26');
  const own = term(decided, '2030-06-01', '2029-12-01');
  it.each([
    ['one part new: the old end', old, ['knowledge'] as const, decided, kept],
    ['two parts new: the old end', old, ['knowledge', 'practice'] as const, decided, kept],
    ['all three new: a term of its own', old, ['practice', 'knowledge', 'skills'] as const, decided, own],
    ['no part new: the old end', old, [] as const, decided, kept],
    ['the old one had no end', null, ['knowledge'] as const, decided, own],
    ['the old end is now', at('2027-06-01T12:00'), ['knowledge'] as const, decided, own],
    [
      'the old end has passed',
      old,
      ['knowledge'] as const,
      '2029-11-27T00:00',
      term('2029-11-27T00:00', '2032-11-27', '2032-05-27'),
    ],
  ])('%s', (_, oldEnd, parts, decidedAt, expected) => {
    expect(validityOfHigher(rules, oldEnd, parts, at(decidedAt))).toEqual(expected);
  });
});
