import { describe, expect, it } from '@jest/globals';
import { guessWaitSec } from './guess-wait.ts';

describe('guessWaitSec', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 1],
    [6, 2],
    [9, 16],
    [10, 30],
    [5_000, 30],
  ])('after %i wrong guesses, five of them free, is %i s', (failures, seconds) => {
    expect(guessWaitSec(failures, { free: 5, mostSec: 30 })).toBe(seconds);
  });
});
