import { expect, it } from '@jest/globals';
import { isWithinDay } from './is-within-day.ts';

const now = '2027-03-01T10:00:00.000Z';

it.each([
  ['2027-03-01T10:00:00.000Z', false],
  ['2027-03-01T10:00:00.001Z', true],
  ['2027-03-02T10:00:00.000Z', true],
  ['2027-03-02T10:00:00.001Z', false],
])('%s: %s', (instant, expected) => {
  expect(isWithinDay(instant, now)).toBe(expected);
});
