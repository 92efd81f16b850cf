import { expect, it } from '@jest/globals';
import { inertCell } from './inert-cell.ts';

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠SUM(A1)', "'＠SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['\r=1', "'\r=1"],
  ['\n=1', "'\n=1"],
  ['林小雨', '林小雨'],
  ['Zoë O’Brien-Ñuñez', 'Zoë O’Brien-Ñuñez'],
  ['ann+exam@example.org', 'ann+exam@example.org'],
  ['2026-11', '2026-11'],
  ["'=1", "'=1"],
  ['', ''],
])('%j goes into a cell as %j', (text, cell) => {
  expect(inertCell(text)).toBe(cell);
});
