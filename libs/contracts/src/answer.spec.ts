import { describe, expect, it } from '@jest/globals';
import { answerLength, isBlank, optionLetters } from './answer.ts';
import { OptionId, ResponseValue } from './item.ts';

it('takes an answer as long as the page lets one be typed, and no longer', () => {
  const typed = (length: number) => ResponseValue.safeParse({ text: 'x'.repeat(length) }).success;
  expect([typed(answerLength), typed(answerLength + 1)]).toEqual([true, false]);
});

it('calls options by the letters that the page has for them', () => {
  const taken = 'ABCDEFGHI'.split('').filter((letter) => OptionId.safeParse(letter).success);
  expect(taken.join('')).toBe(optionLetters);
  expect(ResponseValue.safeParse({ chosen: taken }).success).toBe(true);
});

describe('isBlank', () => {
  it.each<[ResponseValue, boolean]>([
    [null, true],
    [{ chosen: [] }, true],
    [{ chosen: ['A'] }, false],
    [{ truth: false }, false],
    [{ truth: true }, false],
    [{ text: '' }, true],
    [{ text: ' \t\u3000' }, true],
    [{ text: ' 0 ' }, false],
  ])('%j: %s', (value, blank) => {
    expect(isBlank(value)).toBe(blank);
  });
});
