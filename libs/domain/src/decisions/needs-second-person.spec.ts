import { describe, expect, it } from '@jest/globals';
import { firstRules, type SchemeRules } from '@ennead/contracts';
import { aScheme, aSchemeLevel, someRules } from '@ennead/testing/builders';
import fc from 'fast-check';
import { composeResult } from '../results/compose-result.ts';
import { actNeedsSecondPerson, needsSecondPerson } from './needs-second-person.ts';

const needUnder = (rules: SchemeRules, knowledge: number, skills: number, practice: number) =>
  needsSecondPerson(rules, composeResult(aScheme(), aSchemeLevel('junior'), { knowledge, skills, practice }));

describe('needsSecondPerson', () => {
  it.each([
    // 56.00 + 17.50 + 4.00 = 77.50
    ['far from every line', 8_000, 7_000, 8_000, []],
    ['1.50 above the cut of grade 2', 8_000, 7_000, 6_000, ['cut 2']],
    ['exactly 2.00 under it', 7_300, 7_300, 7_300, ['cut 2']],
    ['2.01 under it', 7_299, 7_299, 7_299, []],
    ['4.00 above a floor', 8_000, 7_000, 5_400, ['cut 2', 'floor practice']],
    ['4.00 under a floor', 8_000, 8_300, 4_600, ['floor practice']],
    ['4.01 under a floor', 8_000, 8_300, 4_599, []],
  ])('%s', (_, knowledge, skills, practice, expected) => {
    const { needed, reasons } = needUnder(someRules(), knowledge, skills, practice);
    const told = reasons.map((one) => (one.kind === 'cut' ? `cut ${one.grade}` : `floor ${one.dimension}`));
    expect(told).toEqual(expected);
    expect(needed).toBe(expected.length > 0);
  });

  it('is never so where the scheme asks for none', () => {
    const score = fc.nat(10_000);
    fc.assert(
      fc.property(score, score, score, (...scores) => {
        expect(needUnder(firstRules, ...scores)).toEqual({ needed: false, reasons: [] });
      }),
    );
    expect(needUnder(firstRules, 6_000, 6_000, 5_000).needed).toBe(false);
  });
});

describe('actNeedsSecondPerson', () => {
  it('is what the scheme lists', () => {
    expect(actNeedsSecondPerson(someRules(), 'revoke-credential')).toBe(true);
    expect(actNeedsSecondPerson(someRules(), 'release-key')).toBe(false);
    expect(actNeedsSecondPerson(firstRules, 'revoke-credential')).toBe(false);
  });
});
