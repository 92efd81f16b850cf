import { describe, expect, it } from '@jest/globals';
import type { DimensionScores, LevelCode } from '@ennead/contracts';
import { ComposedResult, formatComposite } from '@ennead/contracts';
import { aScheme, aSchemeLevel } from '@ennead/testing/builders';
import { composeResult, dimensions } from './compose-result.ts';

const scheme = aScheme();
const compose = (level: LevelCode, scores: DimensionScores) =>
  ComposedResult.parse(composeResult(scheme, aSchemeLevel(level), scores));

describe('composeResult', () => {
  it.each<[LevelCode, number, number, number, string, number | null]>([
    ['junior', 8_000, 7_000, 6_000, '76.50', 2],
    ['junior', 9_200, 8_800, 7_000, '89.90', 2],
    ['junior', 9_200, 8_840, 7_000, '90.00', 3],
    ['intermediate', 8_000, 7_000, 6_000, '72.50', 4],
    ['intermediate', 4_999, 10_000, 10_000, '74.995', null],
    ['senior', 5_000, 9_000, 9_600, '85.00', 8],
    ['senior', 9_000, 9_000, 9_000, '90.00', 9],
    ['senior', 5_999, 6_000, 6_000, '59.998', null],
  ])('%s %d %d %d: composite %s, grade %p', (level, knowledge, skills, practice, composite, grade) => {
    const result = compose(level, { knowledge, skills, practice });
    expect(formatComposite(result.compositeTenThousandths ?? -1)).toBe(composite);
    expect(result.grade).toBe(grade);
    expect(result.reasons.length === 0).toBe(grade !== null);
  });

  it('says which floor was missed', () => {
    const { reasons, next } = compose('intermediate', { knowledge: 4_999, skills: 10_000, practice: 10_000 });
    expect(reasons).toEqual([
      { kind: 'under-floor', dimension: 'knowledge', scoreCents: 4_999, floorCents: 5_000 },
    ]);
    expect(next).toEqual({
      grade: 4,
      cutCents: 6_000,
      shortfallTenThousandths: 0,
      needed: [
        { dimension: 'knowledge', scoreCents: 5_000 },
        { dimension: 'skills', scoreCents: null },
        { dimension: 'practice', scoreCents: null },
      ],
    });
  });

  it('says which cut was missed, and by how little', () => {
    const { reasons, next } = compose('senior', { knowledge: 5_999, skills: 6_000, practice: 6_000 });
    expect(reasons).toEqual([
      { kind: 'under-cut', grade: 7, compositeTenThousandths: 599_980, cutCents: 6_000 },
    ]);
    expect(next?.shortfallTenThousandths).toBe(20);
    expect(next?.needed).toEqual([
      { dimension: 'knowledge', scoreCents: 6_000 },
      { dimension: 'skills', scoreCents: 6_001 },
      { dimension: 'practice', scoreCents: 6_001 },
    ]);
  });

  it('gives every reason at once: missing, floor, but no composite to compare', () => {
    const result = compose('junior', { knowledge: 4_000, skills: null, practice: null });
    expect(result.reasons.map(({ kind }) => kind)).toEqual(['under-floor', 'missing', 'missing']);
    expect(result).toMatchObject({ compositeTenThousandths: null, grade: null, next: null });
    expect(result.contributions[1]).toMatchObject({ scoreCents: null, contributionTenThousandths: null });
    expect(result.cuts.every(({ reached }) => !reached)).toBe(true);
  });

  it('shows what the next grade of the level would take, and none above the highest', () => {
    const { next } = compose('junior', { knowledge: 9_200, skills: 8_800, practice: 7_000 });
    expect(next).toMatchObject({ grade: 3, shortfallTenThousandths: 1_000 });
    expect(next?.needed).toEqual([
      { dimension: 'knowledge', scoreCents: 9_215 },
      { dimension: 'skills', scoreCents: 8_840 },
      { dimension: 'practice', scoreCents: 7_200 },
    ]);
    expect(compose('junior', { knowledge: 10_000, skills: 10_000, practice: 10_000 }).next).toBeNull();
  });

  it('keeps everything that it was computed from', () => {
    expect(compose('junior', { knowledge: 9_200, skills: 8_800, practice: 7_000 })).toEqual({
      scheme: { id: scheme.id, version: scheme.version },
      level: 'junior',
      // 70 % of 92.00, 25 % of 88.00 and 5 % of 70.00
      compositeTenThousandths: 899_000,
      grade: 2,
      reasons: [],
      contributions: [
        {
          dimension: 'knowledge',
          weight: 70,
          scoreCents: 9_200,
          floorCents: 5_000,
          contributionTenThousandths: 644_000,
          mostTenThousandths: 700_000,
        },
        {
          dimension: 'skills',
          weight: 25,
          scoreCents: 8_800,
          floorCents: 5_000,
          contributionTenThousandths: 220_000,
          mostTenThousandths: 250_000,
        },
        {
          dimension: 'practice',
          weight: 5,
          scoreCents: 7_000,
          floorCents: 5_000,
          contributionTenThousandths: 35_000,
          mostTenThousandths: 50_000,
        },
      ],
      cuts: [
        { grade: 1, cutCents: 6_000, reached: true },
        { grade: 2, cutCents: 7_500, reached: true },
        { grade: 3, cutCents: 9_000, reached: false },
      ],
      next: expect.objectContaining({ grade: 3 }),
    });
  });

  it('takes no cut for reached without a composite, not even one at nothing', () => {
    const level = aSchemeLevel('junior', { cuts: [{ grade: 1, compositeCents: 0 }] });
    const reachedBy = (practice: number | null) =>
      composeResult(scheme, level, { knowledge: 0, skills: 0, practice }).cuts.map(({ reached }) => reached);
    expect(reachedBy(null)).toEqual([false]);
    expect(reachedBy(0)).toEqual([true]);
  });

  it('does not care in which order a scheme states its cuts', () => {
    const level = aSchemeLevel('senior');
    const turned = { ...level, cuts: [...level.cuts].reverse() };
    for (const score of [5_000, 6_000, 7_500, 9_000]) {
      const scores = { knowledge: score, skills: score, practice: score };
      expect(composeResult(scheme, turned, scores)).toEqual(composeResult(scheme, level, scores));
    }
  });

  const highest = { knowledge: 10_000, skills: 10_000, practice: 10_000 };
  it.each(dimensions)(
    'refuses as the score of %s what is no whole hundredth from 0 to 10000',
    (dimension) => {
      for (const score of [-1, 10_001, 50.5, Number.NaN, Infinity])
        expect(() => compose('junior', { ...highest, [dimension]: score })).toThrow(
          new RangeError(`${dimension}: ${score} is not a score in whole hundredths of a point`),
        );
      for (const score of [0, 10_000, null])
        expect(() => compose('junior', { ...highest, [dimension]: score })).not.toThrow();
    },
  );
});
