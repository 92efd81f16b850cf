import type {
  ComposedResult,
  Contribution,
  DimensionCode,
  DimensionScores,
  NoGradeReason,
  SchemeLevel,
  SchemeRef,
} from '@ennead/contracts';
import { describeNextGrade } from './describe-next-grade.ts';
import { toTenThousandths } from './to-ten-thousandths.ts';

export const dimensions = ['knowledge', 'skills', 'practice'] as const satisfies readonly DimensionCode[];

/**
 * Composite and grade of one person under one level of a scheme.
 *
 * Exact: a whole per cent of a whole hundredth is a whole ten-thousandth of a point, so the composite is an integer
 * sum and nothing is rounded. A grade needs every dimension scored, every score at its floor or above, and the
 * composite at the lowest cut or above; it is then the highest grade whose cut the composite reaches.
 *
 * @param scores whole hundredths of a point (0..10000), null where a dimension has no score yet
 * @throws RangeError when a score is not a whole number of hundredths from 0 to 10000
 */
export function composeResult(
  scheme: SchemeRef,
  level: SchemeLevel,
  scores: DimensionScores,
): ComposedResult {
  dimensions.forEach((dimension) => assertScore(dimension, scores[dimension]));
  const contributions = dimensions.map((dimension) => contributionOf(level, dimension, scores[dimension]));
  const composite = sumContributions(contributions);
  const cuts = [...level.cuts]
    .sort((a, b) => a.compositeCents - b.compositeCents)
    .map(({ grade, compositeCents }) => ({
      grade,
      cutCents: compositeCents,
      reached: composite !== null && composite >= toTenThousandths(compositeCents),
    }));
  const reasons = [...reasonsOf(contributions), ...underCut(composite, cuts[0])];
  const grade = reasons.length > 0 ? null : (cuts.findLast((cut) => cut.reached)?.grade ?? null);
  return {
    scheme: { id: scheme.id, version: scheme.version },
    level: level.code,
    compositeTenThousandths: composite,
    grade,
    reasons,
    contributions,
    cuts,
    next: composite === null ? null : describeNextGrade(contributions, composite, cuts, grade),
  };
}

function assertScore(dimension: DimensionCode, score: number | null): void {
  if (score === null || (Number.isInteger(score) && score >= 0 && score <= 10_000)) return;
  throw new RangeError(`${dimension}: ${score} is not a score in whole hundredths of a point`);
}

function contributionOf(
  level: SchemeLevel,
  dimension: DimensionCode,
  scoreCents: number | null,
): Contribution {
  const weight = level.weights[dimension];
  return {
    dimension,
    weight,
    scoreCents,
    floorCents: level.floorCents[dimension],
    contributionTenThousandths: scoreCents === null ? null : weight * scoreCents,
    mostTenThousandths: weight * 10_000,
  };
}

/** A missing part makes the whole unknown: never a silent zero. */
function sumContributions(contributions: readonly Contribution[]): number | null {
  return contributions.reduce<number | null>(
    (sum, { contributionTenThousandths: part }) => (sum === null || part === null ? null : sum + part),
    0,
  );
}

function reasonsOf(contributions: readonly Contribution[]): NoGradeReason[] {
  return contributions.flatMap(({ dimension, scoreCents, floorCents }): NoGradeReason[] => {
    if (scoreCents === null) return [{ kind: 'missing', dimension }];
    if (scoreCents < floorCents) return [{ kind: 'under-floor', dimension, scoreCents, floorCents }];
    return [];
  });
}

function underCut(
  composite: number | null,
  lowest: ComposedResult['cuts'][number] | undefined,
): NoGradeReason[] {
  if (composite === null || lowest === undefined || lowest.reached) return [];
  const { grade, cutCents } = lowest;
  return [{ kind: 'under-cut', grade, compositeTenThousandths: composite, cutCents }];
}
