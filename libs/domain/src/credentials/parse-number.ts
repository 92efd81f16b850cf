import { checkSymbol } from './check-symbol.ts';
import { inGroups } from './make-number.ts';

export type ParsedCredentialNumber =
  /** A number as makeCredentialNumber writes it; whether it was ever issued is another matter. */
  | { readonly kind: 'well-formed'; readonly number: string }
  /** The right length and symbols, but the check symbol disagrees: a slip in copying, or an altered number. */
  | { readonly kind: 'mistyped' }
  /** Nothing like a number of ours. */
  | { readonly kind: 'malformed' };

/**
 * Reads a number as people type it: any case, full-width characters, blanks and dashes anywhere or nowhere, and the
 * letters O, I and L for 0, 1 and 1.
 */
export function parseCredentialNumber(text: string): ParsedCredentialNumber {
  if (text.length > 200) return { kind: 'malformed' };
  const symbols = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{27}$/.test(symbols)) return { kind: 'malformed' };
  const isWhole = symbols[0]! <= '7' && checkSymbol(symbols.slice(0, -1)) === symbols.at(-1);
  return isWhole ? { kind: 'well-formed', number: inGroups(symbols) } : { kind: 'mistyped' };
}
