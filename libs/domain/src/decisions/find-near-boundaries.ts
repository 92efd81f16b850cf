import type { ComposedResult, NearBoundary, SchemeRules } from '@ennead/contracts';
import { toTenThousandths } from '../results/to-ten-thousandths.ts';

/**
 * Every cut score near the composite and every floor near its dimension's score: within the widths that the scheme
 * states, the line itself and both sides included. Without a composite only floors can be near.
 */
export function findNearBoundaries(
  { boundary }: Pick<SchemeRules, 'boundary'>,
  result: ComposedResult,
): NearBoundary[] {
  const composite = result.compositeTenThousandths;
  const cuts = result.cuts.flatMap(({ grade, cutCents }): NearBoundary[] => {
    if (composite === null) return [];
    const distanceTenThousandths = composite - toTenThousandths(cutCents);
    if (Math.abs(distanceTenThousandths) > toTenThousandths(boundary.compositeCents)) return [];
    return [{ kind: 'cut', grade, cutCents, distanceTenThousandths }];
  });
  const floors = result.contributions.flatMap(({ dimension, scoreCents, floorCents }): NearBoundary[] => {
    if (scoreCents === null || Math.abs(scoreCents - floorCents) > boundary.floorCents) return [];
    return [{ kind: 'floor', dimension, floorCents, distanceCents: scoreCents - floorCents }];
  });
  return [...cuts, ...floors];
}
