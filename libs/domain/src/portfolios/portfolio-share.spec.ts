import { describe, expect, it } from '@jest/globals';
import { fractionFromInts as f, toCents } from '../scores/fraction.ts';
import { portfolioShare } from './portfolio-share.ts';
import type { Settlement } from './settle-reviews.ts';

const settled = (
  by: 'agreement' | 'adjudication',
  reviewCents: number[],
  scoreCents: number,
): Settlement & { kind: 'settled' } => ({ kind: 'settled', by, reviewCents, differenceCents: 0, scoreCents });

describe('portfolioShare', () => {
  it.each([
    ['two that say the same', settled('agreement', [7_500, 7_500], 7_500), f(3, 4)],
    ['the mean, before it is rounded', settled('agreement', [7_025, 7_050], 7_038), f(14_075, 20_000)],
    ['a moderator, whatever the two said', settled('adjudication', [5_000, 10_000], 6_025), f(241, 400)],
  ])('%s', (_, settlement, expected) => {
    expect(portfolioShare(settlement)).toEqual(expected);
    expect(toCents(portfolioShare(settlement))).toBe(settlement.scoreCents);
  });
});
