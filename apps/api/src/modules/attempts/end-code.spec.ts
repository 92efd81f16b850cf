import { expect, it } from '@jest/globals';
import { endCodeOf } from './end-code.ts';

it.each([
  ['open', null, false, null],
  ['open', null, true, 'ATTEMPT_EXPIRED'],
  ['submitted', 'candidate', false, 'ATTEMPT_CLOSED'],
  // The deadline that passes later changes nothing for who handed in before.
  ['submitted', 'candidate', true, 'ATTEMPT_CLOSED'],
  ['scored', 'candidate', true, 'ATTEMPT_CLOSED'],
  ['submitted', 'expiry', true, 'ATTEMPT_EXPIRED'],
  ['scored', 'expiry', true, 'ATTEMPT_EXPIRED'],
] as const)('%s by %s, its time over: %s, ends with %s', (state, submitCause, isOver, code) => {
  expect(endCodeOf({ state, submitCause, isOver })).toBe(code);
});
