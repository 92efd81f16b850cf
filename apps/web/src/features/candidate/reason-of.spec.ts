import { expect, it } from '@jest/globals';
import { reasonOf } from './reason-of.ts';

const tries = [
  { entryId: 'a', number: 1, state: 'excused', stateReason: 'ill' },
  { entryId: 'b', number: 2, state: 'replaced', stateReason: 'the lab failed' },
  { entryId: 'c', number: 3, state: 'entered', stateReason: null },
  { entryId: 'd', number: 4, state: 'replaced', stateReason: 'no power' },
] as const;

it.each([
  [
    { id: 'a', number: 1, cause: 'first', state: 'excused' },
    { text: 'ill', replaced: null },
  ],
  [
    { id: 'c', number: 3, cause: 'free-sitting', state: 'entered' },
    { text: 'the lab failed', replaced: 2 },
  ],
  // The power cut is no reason for the absence.
  [{ id: 'c', number: 3, cause: 'free-sitting', state: 'missed' }, null],
  [{ id: 'c', number: 3, cause: 'retake', state: 'entered' }, null],
  [
    { id: 'd', number: 4, cause: 'free-sitting', state: 'replaced' },
    { text: 'no power', replaced: null },
  ],
] as const)('of %j it is %j', (entry, told) => {
  expect(reasonOf(entry, tries)).toEqual(told);
});
