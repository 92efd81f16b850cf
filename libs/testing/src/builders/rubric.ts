import type { Criterion, Rubric } from '@ennead/contracts';
import { aText } from './text.ts';

export const aCriterion = (id: string, weight: number): Criterion => ({
  id,
  competency: 'application-engineer.practice.shipped-application',
  weight,
  title: aText(`Criterion ${id}`),
  guidance: aText(`How to judge ${id}.`),
  levels: [0, 1, 2, 3, 4].map((points) => ({ points, descriptor: aText(`Worth ${points} points.`) })),
});

/** A rubric with criteria of 50, 30 and 20 per cent that calls a moderator past a difference of 15 points. */
export const aRubric = (overrides: Partial<Rubric> = {}): Rubric => ({
  id: 'application-engineer-junior',
  version: 1,
  role: 'application-engineer',
  level: 'junior',
  title: aText('Portfolio of an application engineer'),
  disagreementCents: 1_500,
  criteria: [aCriterion('delivery', 50), aCriterion('reasoning', 30), aCriterion('quality', 20)],
  ...overrides,
});
