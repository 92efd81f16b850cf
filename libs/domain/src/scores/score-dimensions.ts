import type { DimensionCode } from '@ennead/contracts';
import { dimensions } from '../results/compose-result.ts';
import { toCents, type Fraction } from './fraction.ts';
import { weighParts, type DimensionPart } from './weigh-parts.ts';

/** A dimension's score: the exact share, and the hundredths of a point that it is reported as. */
export interface DimensionScore {
  readonly raw: Fraction;
  readonly cents: number;
}

/**
 * The dimensions of an entry by its parts. What was carried over stands until every part of its dimension has a score
 * of its own; one part missing makes the dimension missing. The mean is exact until it is rounded once, half a hundredth
 * upwards.
 *
 * @throws RangeError as `weighParts` does
 */
export function scoreDimensions(
  parts: readonly (DimensionPart & { readonly dimension: DimensionCode })[],
  carried: Partial<Record<DimensionCode, DimensionScore>> = {},
): Record<DimensionCode, DimensionScore | null> {
  const scoreOf = (dimension: DimensionCode): DimensionScore | null => {
    const own = parts.filter((part) => part.dimension === dimension);
    const raw = own.length > 0 ? weighParts(own) : null;
    return raw ? { raw, cents: toCents(raw) } : (carried[dimension] ?? null);
  };
  const [knowledge, skills, practice] = dimensions;
  return { knowledge: scoreOf(knowledge), skills: scoreOf(skills), practice: scoreOf(practice) };
}
