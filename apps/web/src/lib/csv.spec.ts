import { describe, expect, it } from '@jest/globals';
import { toCsv } from './csv.ts';

describe('toCsv', () => {
  it('quotes what needs quoting and marks the text as UTF-8', () => {
    expect(
      toCsv([
        ['姓名', 'note'],
        ['李 "小" 明', 'a,b\nc'],
        [null, 12],
      ]),
    ).toBe('\uFEFF姓名,note\r\n"李 ""小"" 明","a,b\nc"\r\n,12\r\n');
  });

  it.each(['=1+1', '@SUM(A1)', '＝1+1', '＠SUM(A1)'])('keeps %s from running as a formula', (cell) => {
    expect(toCsv([[cell]])).toBe(`\uFEFF'${cell}\r\n`);
  });

  it('leaves negative numbers alone', () => {
    expect(toCsv([[-3.5]])).toBe('\uFEFF-3.5\r\n');
  });
});
