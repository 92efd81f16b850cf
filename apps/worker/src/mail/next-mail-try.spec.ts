import { expect, it } from '@jest/globals';
import { mostMailTries, nextMailTryInSec } from './next-mail-try.ts';

it.each([
  [1, 60],
  [2, 240],
  [3, 960],
  [5, 15_360],
  [6, 21_600],
  [9, 21_600],
  [10, null],
])('after %i failures a letter waits %s seconds', (failures, seconds) => {
  expect(nextMailTryInSec(failures)).toBe(seconds);
});

it('is given up a day and a half after the first try', () => {
  const waits = Array.from({ length: mostMailTries - 1 }, (_, index) => nextMailTryInSec(index + 1)!);
  const hours = waits.reduce((sum, seconds) => sum + seconds, 0) / 3600;
  expect(hours).toBeGreaterThan(24);
  expect(hours).toBeLessThan(36);
});
