import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import {
  CompetencyId,
  DimensionCode,
  DirectionCode,
  ElementCode,
  MasteryCode,
  RoleCode,
} from './vocabulary.ts';

export const Competency = z.strictObject({
  id: CompetencyId,
  dimension: DimensionCode,
  element: ElementCode,
  mastery: MasteryCode,
  title: LocalizedText,
  text: LocalizedText,
});
export type Competency = z.infer<typeof Competency>;

export const Role = z.strictObject({
  code: RoleCode,
  direction: DirectionCode,
  name: LocalizedText,
  duty: LocalizedText,
  competencies: z.array(Competency).min(1),
});
export type Role = z.infer<typeof Role>;

const Named = { name: LocalizedText, description: LocalizedText };

export const Standard = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  title: LocalizedText,
  dimensions: z.array(
    z.strictObject({
      code: DimensionCode,
      name: LocalizedText,
      evaluatedBy: z.enum(['written-exam', 'lab', 'portfolio']),
      evaluatedByName: LocalizedText,
      elements: z.array(z.strictObject({ code: ElementCode, ...Named })),
    }),
  ),
  masteries: z.array(z.strictObject({ code: MasteryCode, ...Named })),
  directions: z.array(z.strictObject({ code: DirectionCode, ...Named })),
});
export type Standard = z.infer<typeof Standard>;

export const StandardView = z.object({
  standard: Standard,
  roles: z.array(Role),
});
export type StandardView = z.infer<typeof StandardView>;
