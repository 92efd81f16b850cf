import { z } from 'zod';

/** What a score record is of, from a single answer up to the composite. */
export const ScoreKind = z.enum([
  'response',
  'attempt',
  'verdict',
  'review',
  'portfolio',
  'dimension',
  'composite',
]);
export type ScoreKind = z.infer<typeof ScoreKind>;

/**
 * Why a score record was written: the first scoring, work that was judged again, another key or plan, a score of an
 * earlier entry, an appeal that was upheld, a mistake that was corrected.
 */
export const ScoreCause = z.enum(['first', 'regrade', 'rescore', 'carry', 'appeal', 'correction']);
export type ScoreCause = z.infer<typeof ScoreCause>;

/** The place that the composite takes in an entry; a dimension takes its own code, a part its id. */
export const compositePlace = 'composite';

/** An exact share of the full score in lowest terms, as two whole numbers in digits: they may outgrow a number. */
export const ExactScore = z.object({ num: z.string().regex(/^\d+$/), den: z.string().regex(/^[1-9]\d*$/) });
export type ExactScore = z.infer<typeof ExactScore>;
