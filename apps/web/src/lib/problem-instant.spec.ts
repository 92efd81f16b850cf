import { expect, it } from '@jest/globals';
import { ApiProblem } from './api-problem.ts';
import { problemInstant, waitSeconds } from './problem-instant.ts';

it.each([
  [[{ path: 'closesAt', message: '2026-05-03T18:00:00.000Z' }], '2026-05-03T18:00:00.000Z'],
  [[{ path: 'opensAt', message: '2026-05-03T09:00:00.000Z' }], '2026-05-03T09:00:00.000Z'],
  [[{ path: 'closesAt', message: 'must be later than opensAt' }], null],
  [[{ path: 'name', message: '2026-05-03T09:00:00.000Z' }], null],
  [[], null],
])('of %j is %p', (errors, instant) => {
  expect(problemInstant(new ApiProblem({ status: 409, code: 'PART_CLOSED', errors }))).toBe(instant);
});

it.each([
  ['20', 20],
  ['121', null],
  ['0', null],
  ['soon', null],
])('waits %s seconds: %p', (message, seconds) => {
  const errors = [{ path: 'waitSec', message }];
  expect(waitSeconds(new ApiProblem({ status: 429, code: 'TOO_MANY_REQUESTS', errors }))).toBe(seconds);
});
