import { describe, expect, it } from '@jest/globals';
import { isRounded } from '@ennead/contracts';
import { figuresOf } from './figures-of.ts';

describe('figuresOf', () => {
  it.each([
    ['20260017', '20260017'],
    ['202600171234567', '202600171234567'],
    ['2.0260017E7', '20260017'],
    ['2.5', '2.5'],
    ['0', '0'],
    ['abc', 'abc'],
  ])('%s is %s', (written, figures) => {
    expect(figuresOf(written)).toBe(figures);
    expect(isRounded(figures)).toBe(false);
  });

  it.each(['1000000000000000', '2026001712345670', '202600171234568000', '2.02600171234568E+17', '1E21'])(
    '%s was rounded',
    (written) => {
      expect(isRounded(figuresOf(written))).toBe(true);
    },
  );
});
