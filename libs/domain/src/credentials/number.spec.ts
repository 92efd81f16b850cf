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
  // Reckoned apart, by a table of logarithms over GF(32). Numbers that were issued must be read for ever.
  it.each([
    [new Uint8Array(16), '000-000-000-000-000-000-000-000-000'],
    [new Uint8Array(16).fill(255), '7ZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZZ-ZZC'],
    [Uint8Array.from({ length: 16 }, (_, at) => at), '000-410-610-50R-3GG-28A-1C6-0T3-GFZ'],
    [Uint8Array.of(...new Uint8Array(15), 1), '000-000-000-000-000-000-000-000-012'],
    [Uint8Array.of(128, ...new Uint8Array(15)), '400-000-000-000-000-000-000-000-00P'],
  ])('is nine groups of three, the last symbol a check (%#)', (random, expected) => {
    expect(makeCredentialNumber(random)).toBe(expected);
    expect(parseCredentialNumber(expected)).toEqual({ kind: 'well-formed', number: expected });
  });

  it.each([0, 15, 17])('needs 16 bytes, not %d', (length) => {
    expect(() => makeCredentialNumber(new Uint8Array(length))).toThrow(
      new RangeError(`16 random bytes are needed, not ${length}`),
    );
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

  it.each([
    ['full-width characters', '４００－０００－０００－０００－０００－０００－０００－０００－００Ｐ'],
    ['en dashes', '400–000–000–000–000–000–000–000–00P'],
    ['minus signs', '400−000−000−000−000−000−000−000−00P'],
    ['blanks and tabs', '400 000\t000\u3000000 000 000 000 000 00 P'],
    ['letters for digits', '4OO-ooo-000-000-000-000-000-000-00p'],
    ['as much about it as a copied line has', `${' '.repeat(173)}40000000000000000000000000P`],
  ])('is read with %s', (_, text) => {
    expect(parseCredentialNumber(text)).toEqual({
      kind: 'well-formed',
      number: '400-000-000-000-000-000-000-000-00P',
    });
  });

  it.each(['800-000-000-000-000-000-000-000-009', 'Z00-000-000-000-000-000-000-000-00H'])(
    '%s is mistyped: its symbols agree, but 16 bytes never make it',
    (text) => {
      expect(parseCredentialNumber(text)).toEqual({ kind: 'mistyped' });
    },
  );

  it.each([
    `${' '.repeat(174)}40000000000000000000000000P`,
    '400-000-000-000-000-000-000-000-00P-0',
    'x400-000-000-000-000-000-000-000-00P',
  ])('%p is malformed as well', (text) => {
    expect(parseCredentialNumber(text)).toEqual({ kind: 'malformed' });
  });

  it.each(['', 'hello', '000-000', 'U'.repeat(27), '0'.repeat(28), '0'.repeat(5_000), '../../etc/passwd'])(
    '%p is malformed',
    (text) => {
      expect(parseCredentialNumber(text)).toEqual({ kind: 'malformed' });
    },
  );
});
