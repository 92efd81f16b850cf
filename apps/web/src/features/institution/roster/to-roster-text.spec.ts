import { expect, it } from '@jest/globals';
import { rosterLength } from '@ennead/contracts';
import { toRosterText } from './to-roster-text.ts';

it.each([
  [
    'numbers and what is empty',
    [
      ['学号', '姓名'],
      [20260017, null],
    ],
    '学号,姓名\n20260017,',
  ],
  ['what holds a comma, a quote or a break', [['Novak, "Ada"\nB', 'x']], '"Novak, ""Ada"" B",x'],
  ['a date', [[new Date('2026-11-28T00:00:00Z'), true]], '2026-11-28,true'],
  [
    'empty rows at the end',
    [
      ['a', 'b'],
      [null, null],
      [null, null],
    ],
    'a,b\n',
  ],
])('writes %s', (_, rows, text) => {
  expect(toRosterText(rows)).toEqual({ text, fault: null });
});

it('refuses what is too long', () => {
  expect(toRosterText([['a'.repeat(rosterLength + 1)]])).toEqual({ text: null, fault: 'tooLong' });
});
