import { expect, it } from '@jest/globals';
import { shareOf } from './share-of.ts';

it.each([
  [1, 2, { fraction: '1/2', percent: 50 }],
  [2, 3, { fraction: '2/3', percent: null }],
  [4, 6, { fraction: '2/3', percent: null }],
  [15, 100, { fraction: '3/20', percent: 15 }],
  [3, 7, { fraction: '3/7', percent: null }],
])('%d of %d', (weight, weights, share) => {
  expect(shareOf(weight, weights)).toEqual(share);
});
