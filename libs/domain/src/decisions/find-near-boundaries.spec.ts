import { describe, expect, it } from '@jest/globals';
import { aScheme, aSchemeLevel } from '@ennead/testing/builders';
import { composeResult } from '../results/compose-result.ts';
import { findNearBoundaries } from './find-near-boundaries.ts';

const near = (knowledge: number | null, skills: number | null, practice: number | null) =>
  findNearBoundaries(composeResult(aScheme(), aSchemeLevel('junior'), { knowledge, skills, practice }));

describe('findNearBoundaries', () => {
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
