import { z } from 'zod';
import { ScoreCents } from '../vocabulary.ts';

/** A share of the full raw score, exactly: nothing but whole numbers lose nothing in JSON. */
const RawShare = z.strictObject({ num: z.number().int().min(0), den: z.number().int().positive() });
type RawShare = z.infer<typeof RawShare>;

const Knot = z.strictObject({ raw: RawShare, cents: ScoreCents });
type Knot = z.infer<typeof Knot>;

const isLess = (a: RawShare, b: RawShare): boolean =>
  BigInt(a.num) * BigInt(b.den) < BigInt(b.num) * BigInt(a.den);
const rises = (knots: readonly Knot[]): boolean =>
  knots.every(({ raw, cents }, index) => {
    const before = knots[index - 1];
    return !before || (isLess(before.raw, raw) && before.cents <= cents);
  });

/**
 * How a form, a lab variant or a rubric turns raw scores into reported ones: straight lines through its knots, such as
 * its own raw cuts for the floor and for 60, 75 and 90. Nothing raw reports nothing, full marks report full marks.
 */
export const ConversionTable = z.strictObject({
  knots: z
    .array(Knot)
    .min(2)
    .refine((knots) => knots[0]?.raw.num === 0 && knots[0].cents === 0, 'must begin at 0 raw and 0 reported')
    .refine((knots) => {
      const last = knots.at(-1);
      return last?.raw.num === last?.raw.den && last?.cents === 10_000;
    }, 'must end at full marks, raw and reported')
    .refine(rises, 'raw scores must rise from knot to knot, and reported scores must never fall'),
});
export type ConversionTable = z.infer<typeof ConversionTable>;
