import { expect, it } from '@jest/globals';
import { lineRange } from './line-range.ts';

it.each([
  [1, 'email,name'],
  [2, 'a@b.c,Ada'],
  [3, 'd@e.f,Bo'],
  [4, ''],
  [9, ''],
])('finds line %d', (line, content) => {
  const text = 'email,name\na@b.c,Ada\nd@e.f,Bo\n';
  expect(text.slice(...lineRange(text, line))).toBe(content);
});
