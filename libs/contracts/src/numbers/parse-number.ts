import type { Decimal } from './decimal.ts';
import { toDecimal } from './decimal.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const grouped = /^([+-]?)([1-9]\d{0,2})((?:,\d{3})+|(?: \d{3})+)((?:\.\d*)?)((?:e[+-]?\d+)?)$/;

/**
 * Reads a number as candidates type it, strictly: what could mean two things is refused. The page asks this while there
 * is time and the score asks it later, so that nobody is told too late that their answer is no number.
 *
 * Accepted: full-width characters; invisible ones; any minus sign; a decimal point; thousands in groups of three parted by commas or
 * blanks; '1.5e3', '1.5E+3', '1.5×10^3' and '1.5×10³'; the item's own unit after the number.
 * Refused: a decimal comma ('1,5', '0,500'), groups of other sizes, hexadecimal, words, and exponents beyond 400.
 *
 * @param units texts of the item's unit that may follow the number
 */
export function parseNumber(text: string, units: readonly string[] = []): Decimal | null {
  const plain = withoutUnit(normalise(text), units.map(normalise));
  const ungrouped = plain.replace(grouped, (_, sign, first, rest, fraction, power) =>
    [sign, first, rest.replace(/[, ]/g, ''), fraction, power].join(''),
  );
  return toDecimal(ungrouped);
}

/** Superscript powers are spelt out first: NFKC would turn '10³' into '103'. */
const normalise = (text: string): string =>
  text
    // What nobody sees and nobody typed: a copied number brings marks of direction along.
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, '')
    .replace(/[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) => `^${[...power].map(fromSuperscript).join('')}`)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^([+-]) /, '$1')
    .replace(/ ?[×x*·] ?10 ?\^ ?([+-]?\d+)/u, 'e$1');

function fromSuperscript(character: string): string {
  if (character === '⁻') return '-';
  if (character === '⁺') return '+';
  return String(superscripts.indexOf(character));
}

function withoutUnit(text: string, units: readonly string[]): string {
  const unit = units.find((candidate) => candidate !== '' && text.endsWith(candidate));
  return unit === undefined ? text : text.slice(0, -unit.length).trim();
}
