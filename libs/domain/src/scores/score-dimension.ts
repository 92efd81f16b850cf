import type { ConversionTable } from '@ennead/contracts/internal';
import { convert } from './convert.ts';
import { addFractions, fraction, fractionFromInts, multiplyFractions, toCents } from './fraction.ts';
import type { Fraction } from './fraction.ts';

/** One form, case, lab or portfolio of a dimension. */
export interface DimensionPart {
  /** Whole, above 0; only its size beside that of the others matters. */
  readonly weight: number;
  /** Share of the full raw score; null while there is none. */
  readonly raw: Fraction | null;
  /** Null where raw and reported score are the same. */
  readonly conversion: ConversionTable | null;
}

/**
 * The score of a dimension: the weighted mean of its parts' reported scores, exact until it is rounded once, half a
 * hundredth upwards.
 *
 * @returns whole hundredths of a point (0..10000), or null while a part has no score: never a silent zero
 * @throws RangeError without parts, for a weight that is not whole and above 0, and for a raw score outside 0..1
 */
export function scoreDimension(parts: readonly DimensionPart[]): number | null {
  parts.forEach(({ weight }) => assertWeight(weight));
  const total = parts.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  if (total === 0n) throw new RangeError('a dimension without parts has no score');
  const sum = parts.reduce<Fraction | null>((before, part) => addPart(before, part), fraction(0n, 1n));
  return sum && toCents(multiplyFractions(sum, fraction(1n, total)));
}

const addPart = (sum: Fraction | null, { weight, raw, conversion }: DimensionPart): Fraction | null =>
  sum && raw && addFractions(sum, multiplyFractions(fractionFromInts(weight, 1), convert(raw, conversion)));

function assertWeight(weight: number): void {
  if (Number.isSafeInteger(weight) && weight > 0) return;
  throw new RangeError(`${weight} is no weight: it must be whole and above 0`);
}
