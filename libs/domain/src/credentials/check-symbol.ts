/** Crockford's base 32: no I, L, O or U. https://www.crockford.com/base32.html */
export const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** x^5 + x^2 + 1 is primitive over GF(2), so that x generates all 31 non-zero elements of GF(32). */
const reduction = 0b100101;

const timesX = (element: number): number => {
  const shifted = element << 1;
  return shifted & 0b100000 ? shifted ^ reduction : shifted;
};

/**
 * One check symbol over symbols of Crockford's alphabet: the word, read as a polynomial over GF(32), is evaluated at
 * the generator. Symbols at different places weigh differently (up to 31 of them), so that one wrong symbol and any two
 * that changed places are always noticed.
 *
 * @param symbols at most 30 characters of the alphabet
 */
export function checkSymbol(symbols: string): string {
  const value = [...symbols].reduce((sum, symbol) => timesX(sum ^ alphabet.indexOf(symbol)), 0);
  return alphabet[value]!;
}
