import { describe, expect, it } from '@jest/globals';
import { formatComposite, formatScore } from './format-score.ts';

describe('formatComposite', () => {
  it.each([
    [765_000, '76.50'],
    [899_000, '89.90'],
    [900_000, '90.00'],
    [749_950, '74.995'],
    [599_980, '59.998'],
    [599_999, '59.9999'],
    [1_000_000, '100.00'],
    [100, '0.01'],
    [1, '0.0001'],
    [0, '0.00'],
  ])('%d is %s', (tenThousandths, text) => {
    expect(formatComposite(tenThousandths)).toBe(text);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 60])('refuses %d', (value) => {
    expect(() => formatComposite(value)).toThrow(RangeError);
  });
});

describe('formatScore', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [4_999, '49.99'],
    [8_840, '88.40'],
    [10_000, '100.00'],
  ])('%d is %s', (cents, text) => {
    expect(formatScore(cents)).toBe(text);
  });
});
