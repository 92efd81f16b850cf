import { describe, expect, it } from '@jest/globals';
import { firstRules, type DimensionScores, type SchemeRules } from '@ennead/contracts';
import { aScheme, aSchemeLevel, someRules } from '@ennead/testing/builders';
import { composeResult } from '../results/compose-result.ts';
import { findNearBoundaries } from './find-near-boundaries.ts';

type Score = number | null;
const nearUnder = (rules: SchemeRules, knowledge: Score, skills: Score, practice: Score) =>
  findNearBoundaries(
    rules,
    composeResult(aScheme(), aSchemeLevel('junior'), { knowledge, skills, practice }),
  );
const near = (...scores: [Score, Score, Score]) => nearUnder(firstRules, ...scores);

describe('findNearBoundaries, one point on either side', () => {
  it.each([
    ['far from every line', 8_000, 7_000, 6_000, 0],
    ['0.10 under the cut of grade 3', 9_200, 8_800, 7_000, 1],
    ['on the cut of grade 3', 9_200, 8_840, 7_000, 1],
    ['exactly 1.00 above the cut of grade 1', 6_100, 6_100, 6_100, 1],
    ['exactly 1.00 under it', 5_900, 5_900, 5_900, 1],
    ['a little more than 1.00 under it', 5_899, 5_900, 5_900, 0],
    ['practice 1.00 above its floor', 8_000, 7_000, 5_100, 1],
    ['practice 1.01 above its floor', 8_500, 8_000, 5_101, 0],
    ['knowledge on the floor, nothing else scored', 5_000, null, null, 1],
    ['nothing scored', null, null, null, 0],
  ])('%s', (_, knowledge, skills, practice, count) => {
    expect(near(knowledge, skills, practice)).toHaveLength(count);
  });

  it('says which line and how far, below it as a negative distance', () => {
    expect(near(9_200, 8_800, 7_000)).toEqual([
      { kind: 'cut', grade: 3, cutCents: 9_000, distanceTenThousandths: -1_000 },
    ]);
    expect(near(4_999, 10_000, 10_000)).toEqual([
      { kind: 'floor', dimension: 'knowledge', floorCents: 5_000, distanceCents: -1 },
    ]);
  });
});

describe('findNearBoundaries, of a scheme whose lines lie at nothing', () => {
  const zero = { knowledge: 0, skills: 0, practice: 0 };
  const level = aSchemeLevel('junior', { floorCents: zero, cuts: [{ grade: 1, compositeCents: 50 }] });
  const nearZero = (scores: DimensionScores) =>
    findNearBoundaries(firstRules, composeResult(aScheme(), level, scores));

  it('takes what is missing for near nothing', () => {
    expect(nearZero({ knowledge: null, skills: null, practice: null })).toEqual([]);
    expect(nearZero({ knowledge: 8_000, skills: null, practice: 0 })).toEqual([
      { kind: 'floor', dimension: 'practice', floorCents: 0, distanceCents: 0 },
    ]);
  });

  it('takes a score of nothing for a score', () => {
    expect(nearZero(zero).map(({ kind }) => kind)).toEqual(['cut', 'floor', 'floor', 'floor']);
  });
});

describe('findNearBoundaries, two points at a cut and four at a floor', () => {
  it.each([
    ['exactly 2.00 above the cut of grade 1', 6_200, 6_200, 6_200, 1],
    ['exactly 2.00 under it', 5_800, 5_800, 5_800, 1],
    ['a little more than 2.00 above it', 6_200, 6_200, 6_201, 0],
    ['practice 4.00 above its floor', 8_300, 8_000, 5_400, 1],
    ['practice 4.01 above its floor', 8_300, 8_000, 5_401, 0],
    ['practice 4.00 under its floor', 8_300, 8_000, 4_600, 1],
    ['practice 4.01 under its floor', 8_300, 8_000, 4_599, 0],
    ['a cut and two floors at once', 6_200, 5_000, 4_800, 3],
  ])('%s', (_, knowledge, skills, practice, count) => {
    expect(nearUnder(someRules(), knowledge, skills, practice)).toHaveLength(count);
  });
});
