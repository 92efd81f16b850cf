import { z } from 'zod';
import { DimensionCode, Id, Instant, ScoreCents } from './vocabulary.ts';

/** A score of an earlier entry that counts in this one, until a part of its dimension is begun. */
export const CarriedScore = z.object({
  dimension: DimensionCode,
  scoreCents: ScoreCents,
  /** When it was sat, and in which entry of the enrolment. */
  satAt: Instant,
  fromEntryId: Id,
  fromNumber: z.number().int().positive(),
});
export type CarriedScore = z.infer<typeof CarriedScore>;
