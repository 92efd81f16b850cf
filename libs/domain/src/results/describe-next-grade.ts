import type { ComposedResult, Contribution, NextGrade } from '@ennead/contracts';
import { toTenThousandths } from './to-ten-thousandths.ts';

type Cut = ComposedResult['cuts'][number];

/**
 * The grade above the one attained (the lowest of the level when there is none) and what it would take.
 *
 * @param composite ten-thousandths of a point
 * @param cuts of the level, ascending
 * @returns null when the highest grade of the level is attained
 */
export function describeNextGrade(
  contributions: readonly Contribution[],
  composite: number,
  cuts: readonly Cut[],
  grade: number | null,
): NextGrade | null {
  const next = cuts.find((cut) => grade === null || cut.grade > grade);
  if (!next) return null;
  return {
    grade: next.grade,
    cutCents: next.cutCents,
    shortfallTenThousandths: Math.max(0, toTenThousandths(next.cutCents) - composite),
    needed: contributions.map((contribution) => ({
      dimension: contribution.dimension,
      scoreCents: leastScore(contribution, contributions, composite, next),
    })),
  };
}

/** The least score in one dimension that reaches the cut while the others stay, or null when none does. */
function leastScore(
  { dimension, weight, scoreCents, floorCents }: Contribution,
  all: readonly Contribution[],
  composite: number,
  next: Cut,
): number | null {
  const othersHold = all.every(
    (other) => other.dimension === dimension || (other.scoreCents ?? 0) >= other.floorCents,
  );
  if (!othersHold) return null;
  const toEarn = toTenThousandths(next.cutCents) - (composite - weight * (scoreCents ?? 0));
  if (weight === 0) return toEarn <= 0 ? floorCents : null;
  const least = Math.max(floorCents, Math.ceil(toEarn / weight));
  return least <= 10_000 ? least : null;
}
