import { expect, it } from '@jest/globals';
import { mostTries, nextTryInSec } from './next-try.ts';

it.each([
  [1, 1],
  [2, 2],
  [3, 4],
  [8, 128],
  [9, 256],
])('after %i failures it waits for %i s', (failures, seconds) => {
  expect(nextTryInSec(failures)).toBe(seconds);
});

it('is parked after the last try', () => {
  expect(nextTryInSec(mostTries)).toBeNull();
});
