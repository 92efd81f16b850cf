import { expect, it } from '@jest/globals';
import { plainFigures, readWhole } from './whole-number.ts';

it.each<[string, number | null]>([
  ['12', 12],
  [' 12 ', 12],
  ['１２', 12],
  ['０', 0],
  ['', null],
  ['1.5', null],
  ['１．５', null],
  ['-1', null],
  ['1e3', null],
  ['十二', null],
  ['1234567890', null],
])('%j is %j', (text, number) => {
  expect(readWhole(text)).toBe(number);
});

it('has the point of a full-width number as well', () => {
  expect(plainFigures('８８．５')).toBe('88.5');
});
