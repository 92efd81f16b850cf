import { describe, expect, it } from '@jest/globals';
import type { DimensionScores, SchemeLevel } from '@ennead/contracts';
import { aScheme, aSchemeLevel } from '@ennead/testing/builders';
import fc from 'fast-check';
import { composeResult, dimensions } from './compose-result.ts';

const score = fc.integer({ min: 0, max: 10_000 });
const scores = fc.record({ knowledge: score, skills: score, practice: score });
const standardLevel = fc.constantFrom(
  aSchemeLevel('junior'),
  aSchemeLevel('intermediate'),
  aSchemeLevel('senior'),
);

/** Any rules that a scheme may state: weights in whole per cent, three rising cuts, any floors. */
const anyLevel: fc.Arbitrary<SchemeLevel> = fc
  .record({
    base: standardLevel,
    splits: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    floors: fc.record({ knowledge: score, skills: score, practice: score }),
    cuts: fc.uniqueArray(score, { minLength: 3, maxLength: 3 }),
  })
  .map(({ base, splits, floors, cuts }) => {
    const [low, high] = [Math.min(...splits), Math.max(...splits)];
    const rising = [...cuts].sort((a, b) => a - b);
    return {
      ...base,
      weights: { knowledge: low, skills: high - low, practice: 100 - high },
      floorCents: floors,
      cuts: base.cuts.map(({ grade }, index) => ({ grade, compositeCents: rising[index] ?? 0 })),
    };
  });

const compose = (level: SchemeLevel, given: DimensionScores) => composeResult(aScheme(), level, given);
const rank = (grade: number | null) => grade ?? 0;

describe('composeResult, for any scheme and scores', () => {
  it('stays within 0 and 100 points and within the three grades of the level', () => {
    fc.assert(
      fc.property(anyLevel, scores, (level, given) => {
        const { compositeTenThousandths, grade } = compose(level, given);
        expect(compositeTenThousandths).toBeGreaterThanOrEqual(0);
        expect(compositeTenThousandths).toBeLessThanOrEqual(1_000_000);
        if (grade !== null) expect(level.cuts.map((cut) => cut.grade)).toContain(grade);
      }),
    );
  });

  it('never falls when a score rises', () => {
    fc.assert(
      fc.property(
        anyLevel,
        scores,
        fc.constantFrom(...dimensions),
        score,
        (level, given, dimension, other) => {
          const raised = { ...given, [dimension]: Math.max(given[dimension], other) };
          const [before, after] = [compose(level, given), compose(level, raised)];
          expect(after.compositeTenThousandths).toBeGreaterThanOrEqual(before.compositeTenThousandths ?? 0);
          expect(rank(after.grade)).toBeGreaterThanOrEqual(rank(before.grade));
        },
      ),
    );
  });

  it('is exactly the weighted mean of rational arithmetic', () => {
    fc.assert(
      fc.property(anyLevel, scores, (level, given) => {
        const sum = dimensions.reduce((total, d) => total + BigInt(level.weights[d]) * BigInt(given[d]), 0n);
        const { compositeTenThousandths, grade } = compose(level, given);
        expect(BigInt(compositeTenThousandths ?? -1)).toBe(sum);
        const onFloors = dimensions.every((d) => given[d] >= level.floorCents[d]);
        const reached = level.cuts.filter((cut) => sum >= BigInt(cut.compositeCents) * 100n);
        expect(grade).toBe(onFloors ? (reached.at(-1)?.grade ?? null) : null);
      }),
    );
  });

  it('gives no grade under a floor or without a dimension, and a reason whenever there is none', () => {
    fc.assert(
      fc.property(anyLevel, scores, fc.subarray([...dimensions]), (level, given, missing) => {
        const partial: DimensionScores = { ...given, ...Object.fromEntries(missing.map((d) => [d, null])) };
        const result = compose(level, partial);
        const under = dimensions.some((d) => partial[d] !== null && given[d] < level.floorCents[d]);
        if (missing.length > 0 || under) expect(result.grade).toBeNull();
        expect(result.compositeTenThousandths === null).toBe(missing.length > 0);
        expect(result.reasons.length > 0).toBe(result.grade === null);
        expect(result.reasons.filter(({ kind }) => kind === 'missing')).toHaveLength(missing.length);
      }),
    );
  });

  it('names the least score that reaches the next grade: that one does, a hundredth less does not', () => {
    fc.assert(
      fc.property(anyLevel, scores, (level, given) => {
        const { next } = compose(level, given);
        for (const { dimension, scoreCents } of next?.needed ?? []) {
          const gradeAt = (cents: number) => rank(compose(level, { ...given, [dimension]: cents }).grade);
          const wanted = next?.grade ?? Infinity;
          if (scoreCents === null) expect(gradeAt(10_000)).toBeLessThan(wanted);
          else expect(gradeAt(scoreCents)).toBeGreaterThanOrEqual(wanted);
          if (scoreCents !== null && scoreCents > 0) expect(gradeAt(scoreCents - 1)).toBeLessThan(wanted);
        }
      }),
    );
  });
});
