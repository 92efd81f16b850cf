import type { ConversionTable } from '@ennead/contracts/internal';
import { convert } from './convert.ts';
import type { Fraction } from './fraction.ts';
import { weighShares } from './weigh-shares.ts';

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
 * The weighted mean of the reported scores of a dimension's parts, exactly.
 *
 * @returns a share of the full score, or null while a part has no score: never a silent zero
 * @throws RangeError without parts, for a weight that is not whole and above 0, and for a raw score outside 0..1
 */
export function weighParts(parts: readonly DimensionPart[]): Fraction | null {
  parts.forEach(({ weight }) => assertWeight(weight));
  if (parts.length === 0) throw new RangeError('a dimension without parts has no score');
  const shares = parts.flatMap(({ weight, raw, conversion }) =>
    raw ? [{ weight, raw: convert(raw, conversion) }] : [],
  );
  return shares.length < parts.length ? null : weighShares(shares);
}

function assertWeight(weight: number): void {
  if (Number.isSafeInteger(weight) && weight > 0) return;
  throw new RangeError(`${weight} is no weight: it must be whole and above 0`);
}
