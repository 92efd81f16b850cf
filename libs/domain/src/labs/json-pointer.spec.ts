import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonEquals, resolvePointer, type Json } from './json-pointer.ts';

describe('resolvePointer', () => {
  const document: Json = { list: ['zero', ['one'], ...Array(12).fill('more')], '~1': 'tilde', n: null, '0': 'own' };
  it.each<[string, Json | undefined]>([
    ['/list/1/0', 'one'],
    ['/list/11', 'more'],
    ['/list/00', undefined],
    ['/list/1x', undefined],
    ['/list/x1', undefined],
    ['/list/-1', undefined],
    ['/list/1.0', undefined],
    ['/list/', undefined],
    ['/0', 'own'],
    // ~01 is ~1, never the slash that ~1 alone stands for.
    ['/~01', 'tilde'],
    ['/n', null],
    ['/n/x', undefined],
    ['/list/0/0', undefined],
    ['/list/99/0', undefined],
    ['/missing/deeper', undefined],
    ['list', undefined],
    ['x/list', undefined],
    ['xlist', undefined],
  ])('%s', (pointer, expected) => {
    expect(resolvePointer(document, pointer)).toEqual(expected);
  });

  it('finds every member by the name that it has', () => {
    const escape = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1');
    const name = fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a') });
    fc.assert(
      fc.property(name, name, (outer, inner) => {
        const nested = Object.fromEntries([[outer, Object.fromEntries([[inner, 1]])]]) as Json;
        expect(resolvePointer(nested, `/${escape(outer)}/${escape(inner)}`)).toBe(1);
      }),
    );
  });
});

describe('jsonEquals', () => {
  it.each<[Json, Json | undefined, boolean]>([
    [1, 1.0, true],
    [1, '1', false],
    [0, false, false],
    [null, undefined, false],
    [null, {}, false],
    ['', null, false],
    [[], {}, false],
    [{}, [], false],
    [{}, null, false],
    [[], null, false],
    [{}, 'text', false],
    [[], '', false],
    [{}, undefined, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1, 2], [1], false],
    [[1], [1, 2], false],
    [[[1]], [[2]], false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1 }, { a: 2 }, false],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ a: 1, b: 1 }, { a: 1 }, false],
    [{ a: { b: 1 } }, { a: { b: 2 } }, false],
    // What every object inherits is no member.
    [{ toString: 1 }, { a: 1 }, false],
  ])('%j and %j: %p', (expected, actual, same) => {
    expect(jsonEquals(expected, actual)).toBe(same);
  });

  it('holds the same from either side', () => {
    const small = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 2 },
        fc.constantFrom<Json>(null, 0, 1, '', 'a', true),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2 }),
      ),
    })).value;
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(jsonEquals(a, b)).toBe(jsonEquals(b, a));
        expect(jsonEquals(a, structuredClone(a))).toBe(true);
      }),
    );
  });
});
