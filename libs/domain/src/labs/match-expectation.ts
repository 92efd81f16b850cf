import type { Expectation } from '@ennead/contracts/internal';
import { jsonEquals, resolvePointer, type Json } from './json-pointer.ts';

const contains = (whole: Json, part: Json): boolean => {
  if (typeof whole === 'string') return typeof part === 'string' && whole.includes(part);
  return (whole as readonly Json[]).some((item) => jsonEquals(part, item));
};

const isSequence = (value: Json | undefined): value is string | readonly Json[] =>
  typeof value === 'string' || Array.isArray(value);

const sameMembers = (expected: readonly Json[], actual: readonly Json[]): boolean => {
  if (actual.length !== expected.length) return false;
  const left = [...actual];
  return expected.every((item) => {
    const found = left.findIndex((candidate) => jsonEquals(item, candidate));
    if (found >= 0) left.splice(found, 1);
    return found >= 0;
  });
};

/**
 * Whether a reply meets one expectation. A pointer that leads nowhere meets only `absent`.
 *
 * - `equals`, `oneOf`: JSON equality. `near`: a number at most `tolerance` away.
 * - `includesAll`, `excludes`: members of an array, or substrings of a string.
 * - `startsWith`: the first members of an array, in order (the head of a ranking).
 * - `sameSetAs`: the same members in any order, each as often. `length`: of an array, or characters of a string.
 */
export const matchExpectation = (expectation: Expectation, reply: Json): boolean => {
  const value = resolvePointer(reply, expectation.at);
  if ('absent' in expectation) return value === undefined;
  if ('equals' in expectation) return jsonEquals(expectation.equals as Json, value);
  if ('near' in expectation)
    return typeof value === 'number' && Math.abs(value - expectation.near) <= expectation.tolerance;
  if ('oneOf' in expectation) return expectation.oneOf.some((choice) => jsonEquals(choice as Json, value));
  if (!isSequence(value)) return false;
  if ('includesAll' in expectation)
    return expectation.includesAll.every((part) => contains(value, part as Json));
  if ('excludes' in expectation) return !expectation.excludes.some((part) => contains(value, part as Json));
  if ('length' in expectation) return [...value].length === expectation.length;
  if (typeof value === 'string') return false;
  if ('startsWith' in expectation)
    return expectation.startsWith.every((item, index) => jsonEquals(item as Json, value[index]));
  return sameMembers(expectation.sameSetAs as readonly Json[], value);
};
