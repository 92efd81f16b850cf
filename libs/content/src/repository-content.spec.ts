import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { firstRules } from '@ennead/contracts';
import { drawForm } from '@ennead/domain';
import { loadContent } from './load-content.ts';

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const content = loadContent({ questionBankDir: fromRoot('question-bank'), labsDir: fromRoot('labs') });

describe('the content of this repository', () => {
  it('has no fault', async () => {
    await expect(content).resolves.toBeDefined();
  });

  it('holds the whole standard', async () => {
    const { standard } = await content;
    const competencies = standard.roles.flatMap((role) => role.competencies);
    const count = (dimension: string) => competencies.filter((one) => one.dimension === dimension).length;
    expect(standard.roles).toHaveLength(8);
    expect([count('knowledge'), count('skills'), count('practice')]).toEqual([30, 39, 31]);
  });

  it('states the weights of the standard', async () => {
    const { schemes } = await content;
    for (const { levels } of schemes)
      expect(levels.map(({ code, weights }) => [code, ...Object.values(weights)])).toEqual([
        ['junior', 70, 25, 5],
        ['intermediate', 50, 25, 25],
        ['senior', 20, 30, 50],
      ]);
  });

  it('states in version 1 of the scheme what held before schemes stated rules', async () => {
    const { schemes } = await content;
    const { impartiality: _, ...rules } = schemes.find(({ version }) => version === 1)!.rules;
    expect(firstRules).toMatchObject(rules);
  });

  it('states the figures of version 2 of the scheme, and the levels of version 1', async () => {
    const { schemes } = await content;
    const [first, second] = schemes.toSorted((a, b) => a.version - b.version);
    expect(second).toMatchObject({ id: 'ennead', version: 2, effectiveFrom: '2026-11-01' });
    expect(second?.levels).toEqual(first?.levels);
    const { impartiality: _, retention, ...rules } = second!.rules;
    expect(retention!.basis).toMatchObject({ termsAfterExpiry: 1, monthsWithoutCertificate: 36 });
    expect(retention!.erased.map(({ kind, days }) => [kind, days])).toEqual([
      ['letters', 365],
      ['one-time-links', 90],
      ['guesses', 1],
      ['log-ins', 1],
    ]);
    expect(rules).toEqual({
      timeZone: 'Asia/Shanghai',
      boundary: { compositeCents: 200, floorCents: 400, secondPerson: true, provisional: true },
      tries: { waitDays: 14, most: 3, withinMonths: 12 },
      carryOver: { fromCents: 6_500, months: 12, provisional: true },
      validity: { months: 36, renewalOpensMonths: 6 },
      clearances: ['application', 'names', 'experience', 'identity'],
      answerDays: 14,
      offerDays: 3,
      evidenceDays: 365,
      appealDays: 30,
      secondPersonFor: ['revoke-credential', 'release-key', 'appoint-certifier', 'appoint-administrator'],
    });
  });

  it('bars whom the product bars, in every version', async () => {
    const everything = 'assign mark settle excuse decide inspect arrange prepare';
    const aside = 'assign excuse decide inspect arrange';
    const { schemes } = await content;
    for (const { rules } of schemes) {
      const bars = rules.impartiality.bars.map(({ tie, from, months }) => [tie, from.join(' '), months]);
      expect(bars).toEqual([
        ['candidate', everything, null],
        ['relative', everything, null],
        ['trainer', `${aside} prepare`, null],
        ['trainer', 'mark settle', 24],
        ['assessor', aside, null],
        ['moderator', aside, null],
        ['viewer', 'mark settle', null],
        ['reader', 'mark settle', null],
        ...['manager', 'employee', 'enroller'].map((tie) => [tie, everything, 24]),
        ['registrar-act', 'mark settle decide', null],
        ...['teacher', 'colleague', 'acquaintance'].map((tie) => [tie, everything, 24]),
      ]);
      const lifted = Object.fromEntries(
        rules.impartiality.bars.flatMap(({ tie, lifts }) =>
          lifts.length > 0 ? [[tie, lifts.join(' ')]] : [],
        ),
      );
      const outside = 'excuse decide inspect arrange prepare';
      const inside = 'excuse arrange';
      expect(lifted).toEqual({
        ...{ trainer: inside, assessor: inside, moderator: inside },
        ...{ manager: outside, employee: outside, enroller: outside },
        ...{ teacher: outside, colleague: outside, acquaintance: outside },
      });
      expect(rules.impartiality.declarationMonths).toBe(12);
    }
  });

  it('suffices for a form of every blueprint, with the whole of a junior exam', async () => {
    const { blueprints, items } = await content;
    for (const blueprint of blueprints.values()) {
      const drawable = [...items.values()]
        .filter(({ role, level }) => role === blueprint.role && level === blueprint.level)
        .map(({ item }) => item);
      const asked = blueprint.sections.reduce((sum, { count }) => sum + count, 0);
      expect(drawForm(blueprint, drawable, 'any seed')).toHaveLength(asked);
    }
    const junior = [...blueprints.values()].find(({ role }) => role === 'application-engineer');
    expect(junior?.sections.reduce((sum, { count }) => sum + count, 0)).toBe(40);
  });

  it('has every type of item in the bank of the application engineer', async () => {
    const { items } = await content;
    const own = [...items.values()].filter(({ role }) => role === 'application-engineer');
    expect(own.length).toBeGreaterThanOrEqual(60);
    expect(new Set(own.map(({ item }) => item.type))).toEqual(
      new Set(['single', 'multiple', 'true-false', 'numeric', 'short-text']),
    );
  });
});
