import canonicalize from 'canonicalize';

/**
 * Canonical JSON by RFC 8785: equal data yield equal text however they were laid out; undefined members are left out.
 *
 * @throws Error for what I-JSON cannot carry: NaN, infinities, lone surrogates, cycles, and undefined itself
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('There is no JSON of undefined');
  return text;
}
