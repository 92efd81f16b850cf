import { describe, expect, it } from '@jest/globals';
import { firstRules, type DimensionCode } from '@ennead/contracts';
import { someRules } from '@ennead/testing/builders';
import { satAfter, settleEnd, type Displaced, type GrantTerm } from './settle-end.ts';

const rules = someRules();
const noon = (day: string) => new Date(`${day}T12:00+08:00`).toISOString();
const lastDay = (day: string) => new Date(`${day}T23:59:59.999+08:00`).toISOString();

const first: GrantTerm = { firstGrantedAt: noon('2027-03-01') };
const certified = (until: string): GrantTerm => ({ ...first, certifiedUntil: lastDay(until) });
const displacing = (...newParts: DimensionCode[]): Displaced => ({
  expiresAt: lastDay('2029-01-01'),
  newParts,
});

describe('settleEnd', () => {
  it.each<[string, GrantTerm, Displaced | null, string]>([
    ['three years from the first grant', first, null, '2030-03-01'],
    ['all three parts new: the same', first, displacing('knowledge', 'skills', 'practice'), '2030-03-01'],
    [
      'one part of before: the end of the grade that gives way',
      first,
      displacing('knowledge', 'skills'),
      '2029-01-01',
    ],
    ['it had a certificate: the end of that', certified('2028-05-05'), null, '2028-05-05'],
    ['whatever gives way now', certified('2028-05-05'), displacing('knowledge'), '2028-05-05'],
    [
      'and if all were new',
      certified('2028-05-05'),
      displacing('knowledge', 'skills', 'practice'),
      '2028-05-05',
    ],
    ['and where it is over', certified('2026-05-05'), null, '2026-05-05'],
  ])('%s', (_what, term, displaced, expected) => {
    expect(settleEnd(rules, term, [], displaced)).toBe(lastDay(expected));
  });

  it.each<[string, GrantTerm, Displaced | null, (string | null)[], string]>([
    ['the end of where carried scores were sat', first, null, [lastDay('2029-03-03')], '2029-03-03'],
    ['the earlier of two', first, null, [lastDay('2029-03-03'), lastDay('2028-03-03'), null], '2028-03-03'],
    ['in any order', first, null, [null, lastDay('2028-03-03'), lastDay('2029-03-03')], '2028-03-03'],
    ['not a later one', first, null, [lastDay('2033-03-03')], '2030-03-01'],
    ['not one that has no end', first, null, [null], '2030-03-01'],
    ['also where a grade gives way', first, displacing('knowledge'), [lastDay('2028-03-03')], '2028-03-03'],
    [
      'but what the entry had is settled',
      certified('2028-05-05'),
      null,
      [lastDay('2028-03-03')],
      '2028-05-05',
    ],
  ])('%s', (_what, term, displaced, sources, expected) => {
    expect(settleEnd(rules, term, sources, displaced)).toBe(lastDay(expected));
  });

  it('is that of where carried scores were sat where the scheme settles none', () => {
    expect(settleEnd(firstRules, first, [null, lastDay('2029-03-03')], null)).toBe(lastDay('2029-03-03'));
  });

  it('runs on where the grade that gives way is over, or never ends', () => {
    const over: Displaced = { expiresAt: lastDay('2027-02-28'), newParts: [] };
    expect(settleEnd(rules, first, [], over)).toBe(lastDay('2030-03-01'));
    expect(settleEnd(rules, first, [], { ...over, expiresAt: null })).toBe(lastDay('2030-03-01'));
  });

  it('is none where the scheme settles none, or the certificate had none', () => {
    expect(settleEnd(firstRules, first, [null], null)).toBeNull();
    expect(settleEnd(rules, { ...first, certifiedUntil: null }, [], displacing('knowledge'))).toBeNull();
  });
});

describe('satAfter', () => {
  it('names what was sat later, not at that very moment, and nothing of unknown date', () => {
    const satAt = { knowledge: noon('2027-03-02'), skills: noon('2027-03-01'), practice: null };
    expect(satAfter(satAt, noon('2027-03-01'))).toEqual(['knowledge']);
  });
});
