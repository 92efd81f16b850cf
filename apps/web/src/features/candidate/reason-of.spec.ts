import { expect, it } from '@jest/globals';
import { reasonOf } from './reason-of.ts';

const tries = [
  { entryId: 'a', number: 1, state: 'excused', stateReason: 'ill' },
  { entryId: 'b', number: 2, state: 'replaced', stateReason: 'the lab failed' },
  { entryId: 'c', number: 3, state: 'entered', stateReason: null },
] as const;

it.each([
  [{ id: 'a', number: 1, cause: 'first' }, 'ill'],
  [{ id: 'c', number: 3, cause: 'free-sitting' }, 'the lab failed'],
  [{ id: 'c', number: 3, cause: 'retake' }, null],
] as const)('of %j it is %s', (entry, reason) => {
  expect(reasonOf(entry, tries)).toBe(reason);
});
