import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWithin, toDecimal } from './decimal.ts';
import { parseNumber } from './parse-number.ts';

const read = (text: string, units: string[] = []) => {
  const decimal = parseNumber(text, units);
  return decimal && `${decimal.digits}e${decimal.exponent}`;
};

describe('parseNumber', () => {
  it.each([
    ['0', '0e0'],
    ['\u202d12.5\u202c', '125e-1'],
    ['\u200e12.5\u200b', '125e-1'],
    ['12\u00ad.5\u2060', '125e-1'],
    ['-0', '0e0'],
    ['+7', '7e0'],
    ['007', '7e0'],
    ['.5', '5e-1'],
    ['.25', '25e-2'],
    ['5.', '5e0'],
    ['12.50', '1250e-2'],
    ['1,234,567.8', '12345678e-1'],
    ['1 234 567', '1234567e0'],
    ['1\u202f234', '1234e0'],
    ['－１２．５', '-125e-1'],
    ['– 5', '-5e0'],
    ['1.5e3', '15e2'],
    ['1.5E-3', '15e-4'],
    ['1.5x10^3', '15e2'],
    ['1.5 * 10^-3', '15e-4'],
    ['6.02×10²³', '602e21'],
    ['2 × 10⁻⁴', '2e-4'],
    ['2×10⁺⁴', '2e4'],
    ['7×10⁰', '7e0'],
    ['1×10¹', '1e1'],
    ['1×10⁵⁶', '1e56'],
    ['1×10⁷⁸', '1e78'],
    ['1×10⁹', '1e9'],
    ['1.5 · 10^+3', '15e2'],
    ['1.5 X 10 ^ 3', '15e2'],
    ['  42\u00a0', '42e0'],
    ['\u22125', '-5e0'],
    ['+ 5', '5e0'],
    ['1,234.', '1234e0'],
    ['-1,234.5', '-12345e-1'],
    ['+1 234 567.25', '123456725e-2'],
    ['12,345e2', '12345e2'],
    ['1,234e12', '1234e12'],
    ['1  234', '1234e0'],
    ['123,456.5e+2', '1234565e1'],
    ['1 234e-3', '1234e-3'],
  ])('%p is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    '-',
    '.',
    'e3',
    '1,5',
    '1,23',
    '12,34,567',
    '1,2345',
    '1 23',
    '1, 234',
    '1.2.3',
    '0x1f',
    '1e',
    '1e99999',
    'NaN',
    'Infinity',
    '5%',
    '1/2',
    '十二',
    '1-2',
    '--1',
    '10^3',
    '1'.repeat(3) + ',',
    '1e500',
    '1,234 567',
    '1234,567',
    '1 234,5',
    '1,234.5.6',
    'x1,234',
    '1,234x',
    '5 - 3',
    '1e- 3',
    '1.5×10^- 3',
    '5 + 3',
    '10³',
    '2×10',
    '2×10^',
    '2×9^3',
    '1 5',
    // A decimal comma after a nought, which no group of thousands begins with.
    '0,500',
    '-0,500',
    '0 500',
    '00,500',
    '000,123',
  ])('%p is no number', (text) => {
    expect(read(text)).toBeNull();
  });

  it('takes the unit of the item, and no other', () => {
    expect(read('25 %', ['%'])).toBe('25e0');
    expect(read('25％', ['%'])).toBe('25e0');
    expect(read('3 GB', ['GB', '吉字节'])).toBe('3e0');
    expect(read('3吉字节', ['GB', '吉字节'])).toBe('3e0');
    expect(read('3 MB', ['GB'])).toBeNull();
    expect(read('GB', ['GB'])).toBeNull();
    expect(read('３ ＧＢ', ['ＧＢ'])).toBe('3e0');
    expect(read('1,500 ms', ['ms'])).toBe('1500e0');
    expect(read('25 % %', ['%'])).toBeNull();
    expect(read('% 25', ['%'])).toBeNull();
    // An item whose unit is written in one language only.
    expect(read('25', ['', '%'])).toBe('25e0');
    expect(read('25 %', ['', '%'])).toBe('25e0');
  });

  it.each([
    ['1,500', '1500e0'],
    ['1 500 000.5', '15000005e-1'],
    ['４２', '42e0'],
    ['13 chunks', '13e0'],
    ['13块', '13e0'],
    ['30 m²', '30e0'],
    ['30m^2', '30e0'],
    // The page once let these pass in silence, and the score called them unreadable.
    ['1×105', null],
    ['1.5×10 3', null],
    ['1,500 000', null],
    ['1.5 e3', null],
    ['01,500', null],
    ['1e500', null],
    ['3m2', null],
    ['12,50', null],
    ['about 3', null],
    ['3 or 4', null],
    ['块', null],
  ])('%p before a unit is %p', (text, expected) => {
    expect(read(text, ['chunks', '块', 'm²'])).toBe(expected);
  });

  it('reads whatever number JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const [ours, theirs] = [parseNumber(String(value)), toDecimal(String(value))];
        expect(ours).toEqual(theirs);
        expect(ours && isWithin(ours, toDecimal(String(value))!, { digits: 0n, exponent: 0 })).toBe(true);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (text) => void parseNumber(text, ['%'])),
    );
  });
});
