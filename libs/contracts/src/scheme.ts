import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { SchemeRules } from './scheme-rules.ts';
import { Grade, LevelCode, ScoreCents } from './vocabulary.ts';

const PerDimension = <T extends z.ZodType>(value: T) =>
  z.strictObject({ knowledge: value, skills: value, practice: value });

/** The rules of one level: whole per cent weights, floors and cut scores in hundredths of a point. */
export const SchemeLevel = z.strictObject({
  code: LevelCode,
  name: LocalizedText,
  description: LocalizedText,
  weights: PerDimension(z.number().int().min(0).max(100)),
  floorCents: PerDimension(ScoreCents),
  cuts: z.array(z.strictObject({ grade: Grade, compositeCents: ScoreCents })).length(3),
  experience: z.strictObject({
    years: z.number().int().min(0),
    text: LocalizedText,
  }),
});
export type SchemeLevel = z.infer<typeof SchemeLevel>;

export const Scheme = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  title: LocalizedText,
  effectiveFrom: z.iso.date(),
  rules: SchemeRules,
  levels: z.array(SchemeLevel).length(3),
});
export type Scheme = z.infer<typeof Scheme>;

/** Names the exact rules a result was decided under. */
export const SchemeRef = z.strictObject({
  id: z.string(),
  version: z.number().int(),
});
export type SchemeRef = z.infer<typeof SchemeRef>;

export const SchemesView = z.object({
  schemes: z.array(Scheme),
  /** The version in force now; null while none has taken effect. */
  inForce: SchemeRef.nullable(),
});
export type SchemesView = z.infer<typeof SchemesView>;

/** Three scores to be combined under a level's rules; null where a dimension is missing. */
export const ComposeInput = z.strictObject({
  level: LevelCode,
  knowledgeCents: ScoreCents.nullable(),
  skillsCents: ScoreCents.nullable(),
  practiceCents: ScoreCents.nullable(),
});
export type ComposeInput = z.infer<typeof ComposeInput>;
