import { expect, it } from '@jest/globals';
import { isPassing } from './api-problem.ts';

it.each([
  [0, true],
  [429, true],
  [500, true],
  [503, true],
  [400, false],
  [401, false],
  [404, false],
  [409, false],
  [413, false],
])('a problem of status %d passes: %s', (status, passes) => {
  expect(isPassing({ status })).toBe(passes);
});
