import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { CompetencyId, LevelCode, RoleCode, ScoreCents, Slug } from './vocabulary.ts';

export const RubricPoints = z.number().int().min(0).max(4);

export const Criterion = z.strictObject({
  id: Slug,
  competency: CompetencyId,
  weight: z.number().int().min(1).max(100),
  title: LocalizedText,
  guidance: LocalizedText,
  levels: z.array(z.strictObject({ points: RubricPoints, descriptor: LocalizedText })).length(5),
});
export type Criterion = z.infer<typeof Criterion>;

/** Criteria x levels; weights are whole per cent and sum to 100. */
export const Rubric = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  role: RoleCode,
  level: LevelCode,
  title: LocalizedText,
  disagreementCents: ScoreCents,
  criteria: z.array(Criterion).min(1),
});
export type Rubric = z.infer<typeof Rubric>;
