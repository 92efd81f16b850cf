import { expect, it } from '@jest/globals';
import { separateByCommas } from './separate-by-commas.ts';

it.each([
  ['leaves commas alone', 'email,name\na@b.c,"Li; Na"\n', 'email,name\na@b.c,"Li; Na"\n'],
  ['reads rows pasted from a spreadsheet', '邮箱\t姓名\r\na@b.c\t李娜', '邮箱,姓名\r\na@b.c,李娜'],
  ['reads semicolons', 'email;name\na@b.c;Ada', 'email,name\na@b.c,Ada'],
  ['reads full-width commas', '邮箱，姓名\na@b.c，李娜', '邮箱,姓名\na@b.c,李娜'],
  [
    'quotes what holds a comma or a quote',
    'email\tname\na@b.c\tNovak, "Ada"',
    'email,name\na@b.c,"Novak, ""Ada"""',
  ],
  ['leaves quoted cells as they are', 'email;name\na@b.c;"Novak, Ada"', 'email,name\na@b.c,"Novak, Ada"'],
  ['leaves a header of one column alone', 'email\na@b.c;d', 'email\na@b.c;d'],
])('%s', (_, text, csv) => {
  expect(separateByCommas(text)).toBe(csv);
});
