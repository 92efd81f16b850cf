import { describe, expect, it } from '@jest/globals';
import { isBlank, type ResponseValue } from './item.ts';

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
