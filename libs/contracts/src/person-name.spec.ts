import { expect, it } from '@jest/globals';
import { LatinName, PersonName } from './person-name.ts';

it.each<[string, boolean, boolean]>([
  ['林小雨', true, false],
  ['Lin Xiaoyu', true, true],
  ["Zoë O'Brien-Ñuñez", true, true],
  ['Nguyễn Thị Minh', true, true],
  ['Jean‐Luc d’Arc Jr.', true, true],
  ['عمر خيام', true, false],
  ['Алла Ивановна', true, false],
  // A Cyrillic letter that looks like one of ours.
  ['Аnna', true, false],
  ['Ａｎｎａ', true, false],
  ['Anna 2', true, false],
  ['- .', true, false],
  ['', false, false],
  ['   ', false, false],
  ['Anna\u200b', false, false],
  ['An\u00adna', false, false],
  ['\u202eannA', false, false],
  ['An\u2066na', false, false],
  ['Anna\nLin', false, false],
  ['Anna\u0007', false, false],
  ['\u3164', false, false],
  ['x'.repeat(80), true, true],
  ['x'.repeat(81), false, false],
])('%j is a name: %s, in Latin letters: %s', (text, isName, isLatin) => {
  expect(PersonName.safeParse(text).success).toBe(isName);
  expect(LatinName.safeParse(text).success).toBe(isLatin);
});

it('is composed and trimmed, however it was typed', () => {
  expect(PersonName.parse('  Zoe\u0308 ')).toBe('Zo\u00eb');
});
