import { describe, expect, it } from '@jest/globals';
import { isOtherCode, isSameCode } from './is-same-code.ts';

const code = '0AB-3DE-7FG';

describe('a code that is typed again', () => {
  it.each([
    '0AB-3DE-7FG',
    '0ab-3de-7fg',
    ' 0ab3de 7fg ',
    '０ＡＢ－３ＤＥ－７ＦＧ',
    '0AB–3DE—7FG',
    'oab-3de-7fg',
  ])('is the same as %p', (typed) => {
    expect(isSameCode(typed, code)).toBe(true);
    expect(isOtherCode(typed, code)).toBe(false);
  });

  it('is not yet another while it is being typed', () => {
    expect(isSameCode('0ab-3', code)).toBe(false);
    expect(isOtherCode('0ab-3', code)).toBe(false);
  });

  it('is another once a character differs or there are too many', () => {
    expect(isOtherCode('0ac', code)).toBe(true);
    expect(isOtherCode(`${code}0`, code)).toBe(true);
  });
});
