import { expect, it } from '@jest/globals';
import { lineUpTo } from './line.ts';

it.each([
  ['林小雨', true],
  ["Zoë O'Brien-Ñuñez", true],
  ['عمر خيام', true],
  ['👩‍🚀 Ada', true],
  ['', false],
  [' \u200b\u2060 ', false],
  ['\u3164', false],
  ['\u202egnirts', false],
  ['a\rSet-Cookie: x', false],
  ['two\nlines', false],
  ['two\u2028lines', false],
  ['a\u0007b', false],
  ['x'.repeat(81), false],
])('%j is a line: %s', (text, holds) => {
  expect(lineUpTo(80).safeParse(text).success).toBe(holds);
});
