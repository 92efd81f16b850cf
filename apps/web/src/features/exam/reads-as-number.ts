const number = /^[+-]? ?(?:\d{1,3}(?:[, ]\d{3})+|\d+)?(?:\.\d*)?(?: ?(?:e|[×x*·] ?10 ?\^? ?)[+-]?\d+)?$/u;

/**
 * Whether a typed answer looks like a number, for a gentle word while there is time. The server decides when it scores.
 * @param units texts of the unit that may follow
 */
export function readsAsNumber(text: string, units: readonly string[]): boolean {
  const plain = simplify(text);
  const unit = units.map(simplify).find((one) => one !== '' && plain.endsWith(one));
  const digits = unit === undefined ? plain : plain.slice(0, -unit.length).trim();
  return /\d/.test(digits) && number.test(digits);
}

const simplify = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
