import {
  firstRules,
  type LevelCode,
  type Scheme,
  type SchemeLevel,
  type SchemeRules,
} from '@ennead/contracts';
import { aText } from './text.ts';

const figures = {
  junior: { weights: { knowledge: 70, skills: 25, practice: 5 }, firstGrade: 1, years: 0 },
  intermediate: { weights: { knowledge: 50, skills: 25, practice: 25 }, firstGrade: 4, years: 3 },
  senior: { weights: { knowledge: 20, skills: 30, practice: 50 }, firstGrade: 7, years: 5 },
} as const;

/** A level with the standard's own weights, cuts at 60, 75 and 90 and floors at 50. */
export function aSchemeLevel(code: LevelCode = 'junior', overrides: Partial<SchemeLevel> = {}): SchemeLevel {
  const { weights, firstGrade, years } = figures[code];
  return {
    code,
    name: aText(code),
    description: aText(`The ${code} level.`),
    weights,
    floorCents: { knowledge: 5_000, skills: 5_000, practice: 5_000 },
    cuts: [6_000, 7_500, 9_000].map((compositeCents, index) => ({
      grade: firstGrade + index,
      compositeCents,
    })),
    experience: { years, text: aText(`${years} years of practice.`) },
    ...overrides,
  };
}

/** The rules that the product settled: every one of them there, so that a spec takes away what it does not want. */
export const someRules = (overrides: Partial<SchemeRules> = {}): SchemeRules => ({
  timeZone: 'Asia/Shanghai',
  boundary: { compositeCents: 200, floorCents: 400, secondPerson: true, provisional: true },
  tries: { waitDays: 14, most: 3, withinMonths: 12 },
  carryOver: { fromCents: 6_500, months: 12, provisional: true },
  validity: { months: 36, renewalOpensMonths: 6 },
  secondPersonFor: ['revoke-credential'],
  impartiality: firstRules.impartiality,
  clearances: [],
  answerDays: 14,
  offerDays: 3,
  evidenceDays: 365,
  appealDays: 30,
  retention: null,
  ...overrides,
});

export const aScheme = (overrides: Partial<Scheme> = {}): Scheme => ({
  id: 'first',
  version: 1,
  title: aText('First scheme'),
  effectiveFrom: '2025-01-01',
  rules: someRules(),
  levels: [aSchemeLevel('junior'), aSchemeLevel('intermediate'), aSchemeLevel('senior')],
  ...overrides,
});
