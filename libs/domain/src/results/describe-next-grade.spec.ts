import { describe, expect, it } from '@jest/globals';
import type { SchemeLevel } from '@ennead/contracts';
import { aScheme, aSchemeLevel } from '@ennead/testing/builders';
import { composeResult } from './compose-result.ts';

type Scores = [knowledge: number, skills: number, practice: number];
const floors = (cents: number) => ({ knowledge: cents, skills: cents, practice: cents });

/** Practice is looked at and weighs nothing: its floor holds all the same. */
const halves: SchemeLevel = {
  ...aSchemeLevel('junior'),
  weights: { knowledge: 50, skills: 50, practice: 0 },
  floorCents: floors(5_000),
};
const unfloored: SchemeLevel = { ...halves, floorCents: floors(0) };
const nextOf = (level: SchemeLevel, [knowledge, skills, practice]: Scores) =>
  composeResult(aScheme(), level, { knowledge, skills, practice }).next;

describe('the grade above the one attained', () => {
  it.each<[string, SchemeLevel, Scores, number | null, number | null]>([
    ['none attained: the lowest', halves, [5_900, 5_900, 5_900], 1, 10_000],
    ['none attained for a floor: the lowest, with nothing short', halves, [9_500, 9_500, 4_999], 1, 0],
    ['the lowest: the middle one', halves, [6_000, 6_000, 6_000], 2, 150_000],
    ['the middle one: the highest', halves, [7_500, 7_501, 6_000], 3, 149_950],
    ['the highest: none', halves, [9_000, 9_000, 9_000], null, null],
  ])('%s', (_, level, scores, grade, shortfall) => {
    const next = nextOf(level, scores);
    expect([next?.grade ?? null, next?.shortfallTenThousandths ?? null]).toEqual([grade, shortfall]);
  });
});

describe('the least score in one dimension that reaches it', () => {
  it.each<[string, SchemeLevel, Scores, (number | null)[]]>([
    ['what the others leave to earn', unfloored, [5_000, 5_000, 9_000], [7_000, 7_000, null]],
    ['full marks at the most', unfloored, [2_000, 9_000, 0], [3_000, 10_000, null]],
    ['nothing where full marks are too little', unfloored, [1_999, 9_000, 0], [3_000, null, null]],
    [
      'the next whole hundredth upwards',
      aSchemeLevel('junior'),
      [5_999, 6_000, 6_000],
      [6_000, 6_003, 6_014],
    ],
    ['no less than the floor', halves, [4_000, 10_000, 5_000], [5_000, null, null]],
    ['the floor alone where it weighs nothing', halves, [7_000, 7_000, 4_000], [null, null, 5_000]],
    ['so on the cut itself', halves, [6_000, 6_000, 4_000], [null, null, 5_000]],
    ['but not a hundredth under it', halves, [6_000, 5_999, 4_000], [null, null, null]],
    ['none while another is under its floor', halves, [4_999, 8_000, 4_999], [null, null, null]],
    ['what is on its floor holds', halves, [5_000, 5_000, 5_000], [7_000, 7_000, null]],
  ])('%s', (_, level, scores, needed) => {
    expect(nextOf(level, scores)?.needed).toEqual([
      { dimension: 'knowledge', scoreCents: needed[0] },
      { dimension: 'skills', scoreCents: needed[1] },
      { dimension: 'practice', scoreCents: needed[2] },
    ]);
  });
});
