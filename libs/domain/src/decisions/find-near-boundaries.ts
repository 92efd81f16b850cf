import type { ComposedResult, NearBoundary } from '@ennead/contracts';
import { toTenThousandths } from '../results/to-ten-thousandths.ts';

/** One point: how near to a line a result must lie to be looked at again. */
export const nearCents = 100;

/**
 * Every cut score within one point of the composite and every floor within one point of its dimension's score, the
 * line itself and both sides included. Without a composite only floors can be near.
 */
export function findNearBoundaries(result: ComposedResult): NearBoundary[] {
  const composite = result.compositeTenThousandths;
  const cuts = result.cuts.flatMap(({ grade, cutCents }): NearBoundary[] => {
    if (composite === null) return [];
    const distanceTenThousandths = composite - toTenThousandths(cutCents);
    if (Math.abs(distanceTenThousandths) > toTenThousandths(nearCents)) return [];
    return [{ kind: 'cut', grade, cutCents, distanceTenThousandths }];
  });
  const floors = result.contributions.flatMap(({ dimension, scoreCents, floorCents }): NearBoundary[] => {
    if (scoreCents === null || Math.abs(scoreCents - floorCents) > nearCents) return [];
    return [{ kind: 'floor', dimension, floorCents, distanceCents: scoreCents - floorCents }];
  });
  return [...cuts, ...floors];
}
