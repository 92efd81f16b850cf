import { expect, it } from '@jest/globals';
import { takenBackIn } from './taken-back-in.ts';

it('names the tries whose grade was taken back, and none that is decided again', () => {
  expect(
    takenBackIn([
      { number: 1, state: 'decided', outcome: 'withdraw' },
      { number: 2, state: 'reopened', outcome: 'withdraw' },
      { number: 3, state: 'decided', outcome: 'grant' },
      { number: 4, state: 'entered', outcome: null },
    ]),
  ).toEqual([1]);
});
