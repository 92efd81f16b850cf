/** A JSON value; `undefined` stands for "nothing there". */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isObject = (value: unknown): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const step = (value: Json | undefined, token: string): Json | undefined => {
  if (Array.isArray(value))
    return /^(?:0|[1-9]\d*)$/.test(token) ? (value as readonly Json[])[Number(token)] : undefined;
  if (isObject(value) && Object.hasOwn(value, token)) return value[token];
  return undefined;
};

/**
 * The part of `document` at an RFC 6901 pointer ('' is the whole), or undefined when the pointer leads nowhere.
 * Only own properties count, so a reply cannot answer with what every object inherits.
 */
export const resolvePointer = (document: Json, pointer: string): Json | undefined => {
  if (pointer === '') return document;
  if (!pointer.startsWith('/')) return undefined;
  const tokens = pointer.slice(1).split('/');
  return tokens.reduce<Json | undefined>(
    (value, token) => step(value, token.replaceAll('~1', '/').replaceAll('~0', '~')),
    document,
  );
};

/** Equality of JSON values: key order does not count, 1 equals 1.0. Its depth is bounded by `expected`. */
export const jsonEquals = (expected: Json, actual: Json | undefined): boolean => {
  if (expected === null || typeof expected !== 'object') return expected === actual;
  if (Array.isArray(expected)) {
    const items = expected as readonly Json[];
    return (
      Array.isArray(actual) &&
      actual.length === items.length &&
      items.every((item, index) => jsonEquals(item, actual[index]))
    );
  }
  if (!isObject(actual) || !isObject(expected)) return false;
  const keys = Object.keys(expected);
  return (
    Object.keys(actual).length === keys.length &&
    keys.every((key) => Object.hasOwn(actual, key) && jsonEquals(expected[key]!, actual[key]))
  );
};
