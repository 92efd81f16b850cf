import { describe, expect, it } from '@jest/globals';
import { parseScoreCents } from './parse-score.ts';

describe('parseScoreCents', () => {
  it.each([
    ['88.4', 8840],
    ['49.99', 4999],
    ['100', 10_000],
    ['100.01', null],
    ['7.123', null],
    ['-1', null],
    ['', null],
    ['ten', null],
  ])('reads %j as %j', (text, cents) => {
    expect(parseScoreCents(text)).toBe(cents);
  });
});
