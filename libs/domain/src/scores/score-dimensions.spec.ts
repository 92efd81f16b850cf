import { describe, expect, it } from '@jest/globals';
import type { DimensionCode } from '@ennead/contracts';
import { fractionFromInts as f, type Fraction } from './fraction.ts';
import { scoreDimensions } from './score-dimensions.ts';

const part = (dimension: DimensionCode, raw: Fraction | null, weight = 1) => ({
  dimension,
  weight,
  raw,
  conversion: null,
});
const carried = { skills: { raw: f(4, 5), cents: 8_000 } };

describe('scoreDimensions', () => {
  it('weighs two labs 2 : 1 and rounds once', () => {
    const parts = [
      part('knowledge', f(32, 40)),
      part('skills', f(7, 10), 2),
      part('skills', f(9, 10)),
      part('practice', null),
    ];
    expect(scoreDimensions(parts)).toEqual({
      knowledge: { raw: f(4, 5), cents: 8_000 },
      skills: { raw: f(23, 30), cents: 7_667 },
      practice: null,
    });
  });

  it.each([
    ['one of two labs is missing', [part('skills', f(7, 10)), part('skills', null)], {}, null],
    ['nothing is there', [], {}, null],
    ['it was carried over', [part('skills', null)], carried, carried.skills],
    ['it was carried over into a session without it', [], carried, carried.skills],
    ['it was carried over and sat again', [part('skills', f(1, 2))], carried, { raw: f(1, 2), cents: 5_000 }],
  ])('of a dimension: %s', (_, parts, before, expected) => {
    expect(scoreDimensions(parts, before).skills).toEqual(expected);
  });
});
