import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { alphabet } from './check-symbol.ts';
import { makeCredentialNumber } from './make-number.ts';
import { parseCredentialNumber } from './parse-number.ts';

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const symbolAt = fc.integer({ min: 0, max: 26 });
const replaceAt = (text: string, index: number, symbol: string) =>
  text.slice(0, index) + symbol + text.slice(index + 1);

describe('a credential number', () => {
  it.each([
    [new Uint8Array(16), '000-000-000-000-000-000-000-000-000'],
    [new Uint8Array(16).fill(255), '7ZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZ?'],
  ])('is nine groups of three', (random, expected) => {
    expect(makeCredentialNumber(random).slice(0, -1)).toBe(expected.slice(0, -1));
  });

  it('needs 16 bytes', () => {
    expect(() => makeCredentialNumber(new Uint8Array(15))).toThrow(RangeError);
  });

  it('comes back however it is typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const number = makeCredentialNumber(random);
        const expected = { kind: 'well-formed', number };
        expect(parseCredentialNumber(number)).toEqual(expected);
        expect(parseCredentialNumber(` ${number.toLowerCase().replaceAll('-', ' ')}\n`)).toEqual(expected);
        expect(
          parseCredentialNumber(number.replaceAll('-', '').replaceAll('0', 'o').replaceAll('1', 'l')),
        ).toEqual(expected);
        expect(parseCredentialNumber(number.replaceAll('-', '－').replaceAll('1', 'I'))).toEqual(expected);
      }),
    );
  });

  it('differs for different bytes', () => {
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        fc.pre(Buffer.compare(one, other) !== 0);
        expect(makeCredentialNumber(one)).not.toBe(makeCredentialNumber(other));
      }),
    );
  });

  it('shows any single wrong symbol', () => {
    fc.assert(
      fc.property(bytes, symbolAt, fc.constantFrom(...alphabet), (random, index, symbol) => {
        const plain = makeCredentialNumber(random).replaceAll('-', '');
        fc.pre(plain[index] !== symbol);
        expect(parseCredentialNumber(replaceAt(plain, index, symbol))).toEqual({ kind: 'mistyped' });
      }),
    );
  });

  it('shows any two symbols that changed places', () => {
    fc.assert(
      fc.property(bytes, symbolAt, symbolAt, (random, one, other) => {
        const plain = makeCredentialNumber(random).replaceAll('-', '');
        fc.pre(plain[one] !== plain[other]);
        const swapped = replaceAt(replaceAt(plain, one, plain[other]!), other, plain[one]!);
        expect(parseCredentialNumber(swapped)).toEqual({ kind: 'mistyped' });
      }),
    );
  });

  it.each(['', 'hello', '000-000', 'U'.repeat(27), '0'.repeat(28), '0'.repeat(5_000), '../../etc/passwd'])(
    '%p is malformed',
    (text) => {
      expect(parseCredentialNumber(text)).toEqual({ kind: 'malformed' });
    },
  );
});
