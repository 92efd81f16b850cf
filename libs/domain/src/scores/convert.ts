import type { ConversionTable } from '@ennead/contracts/internal';
import { addFractions, compareFractions, fraction, fractionFromInts, multiplyFractions } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/**
 * A raw score as a reported one, both as exact shares of the full score: on the straight line between the two knots
 * that it lies between. Without a table the raw score is the reported one.
 *
 * @throws RangeError for a raw score under 0 or over 1
 */
export function convert(raw: Fraction, table: ConversionTable | null): Fraction {
  if (raw.num < 0n || raw.num > raw.den) throw new RangeError(`${raw.num}/${raw.den} is no raw score`);
  if (!table) return raw;
  const knots = table.knots.map((knot) => ({
    raw: fractionFromInts(knot.raw.num, knot.raw.den),
    reported: fractionFromInts(knot.cents, 10_000),
  }));
  const at = knots.findIndex((knot) => compareFractions(raw, knot.raw) <= 0);
  const [upper, lower] = [knots[at]!, knots[at - 1]];
  if (!lower) return upper.reported;
  const share = divide(subtract(raw, lower.raw), subtract(upper.raw, lower.raw));
  return addFractions(lower.reported, multiplyFractions(share, subtract(upper.reported, lower.reported)));
}

const subtract = (a: Fraction, b: Fraction): Fraction => addFractions(a, fraction(-b.num, b.den));
const divide = (a: Fraction, b: Fraction): Fraction => multiplyFractions(a, fraction(b.den, b.num));
