import { z } from 'zod';
import { SchemeRef } from './scheme.ts';
import { CompetencyId, DimensionCode, Grade, LevelCode, ScoreCents } from './vocabulary.ts';

/** A composite: 0 to 100 points in whole ten-thousandths (weight in whole per cent x score in hundredths). */
export const CompositeTenThousandths = z.number().int().min(0).max(1_000_000);
export type CompositeTenThousandths = z.infer<typeof CompositeTenThousandths>;

/** The three dimension scores; null where a dimension has not been scored yet. */
export const DimensionScores = z.strictObject({
  knowledge: ScoreCents.nullable(),
  skills: ScoreCents.nullable(),
  practice: ScoreCents.nullable(),
});
export type DimensionScores = z.infer<typeof DimensionScores>;

/** Why there is no grade, as data: the reader's language is chosen where it is shown. */
export const NoGradeReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('missing'), dimension: DimensionCode }),
  z.strictObject({
    kind: z.literal('under-floor'),
    dimension: DimensionCode,
    scoreCents: ScoreCents,
    floorCents: ScoreCents,
  }),
  z.strictObject({
    kind: z.literal('under-cut'),
    grade: Grade,
    compositeTenThousandths: CompositeTenThousandths,
    cutCents: ScoreCents,
  }),
]);
export type NoGradeReason = z.infer<typeof NoGradeReason>;

/** What one dimension brings to the composite: score x weight, beside the most it could bring. */
export const Contribution = z.strictObject({
  dimension: DimensionCode,
  weight: z.number().int().min(0).max(100),
  scoreCents: ScoreCents.nullable(),
  floorCents: ScoreCents,
  contributionTenThousandths: CompositeTenThousandths.nullable(),
  mostTenThousandths: CompositeTenThousandths,
});
export type Contribution = z.infer<typeof Contribution>;

/**
 * The way to the next grade. `needed` gives, per dimension, the least score with which that grade would be reached
 * while the other two stay as they are, floors included; null where no score in that dimension alone is enough.
 */
export const NextGrade = z.strictObject({
  grade: Grade,
  cutCents: ScoreCents,
  shortfallTenThousandths: CompositeTenThousandths,
  needed: z.array(
    z.strictObject({
      dimension: DimensionCode,
      scoreCents: ScoreCents.nullable(),
    }),
  ),
});
export type NextGrade = z.infer<typeof NextGrade>;

/** A composite and its grade with everything needed to explain them. */
export const ComposedResult = z.strictObject({
  scheme: SchemeRef,
  level: LevelCode,
  compositeTenThousandths: CompositeTenThousandths.nullable(),
  grade: Grade.nullable(),
  reasons: z.array(NoGradeReason),
  contributions: z.array(Contribution).length(3),
  cuts: z
    .array(
      z.strictObject({
        grade: Grade,
        cutCents: ScoreCents,
        reached: z.boolean(),
      }),
    )
    .length(3),
  next: NextGrade.nullable(),
});
export type ComposedResult = z.infer<typeof ComposedResult>;

/** What a candidate reached in one competency of the written exam or of a lab. */
export const CompetencyScore = z.strictObject({
  competency: CompetencyId,
  partCount: z.number().int().positive(),
  scoreCents: ScoreCents,
});
export type CompetencyScore = z.infer<typeof CompetencyScore>;
