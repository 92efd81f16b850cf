import type { Expectation } from '@ennead/contracts/internal';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { resolvePointer, type Json } from './json-pointer.ts';
import { matchExpectation } from './match-expectation.ts';

describe('resolvePointer', () => {
  // The document and the rows are those of RFC 6901, section 5.
  const document: Json = {
    foo: ['bar', 'baz'],
    '': 0,
    'a/b': 1,
    'c%d': 2,
    'e^f': 3,
    'g|h': 4,
    'i\\j': 5,
    'k"l': 6,
    ' ': 7,
    'm~n': 8,
  };
  it.each<[string, Json | undefined]>([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
    ['/foo/2', undefined],
    ['/foo/-', undefined],
    ['/foo/01', undefined],
    ['/foo/length', undefined],
    ['/constructor', undefined],
    ['foo', undefined],
  ])('%j', (pointer, value) => expect(resolvePointer(document, pointer)).toEqual(value));
});

describe('matchExpectation', () => {
  const reply: Json = {
    ids: ['a', 'b', 'b'],
    score: 0.5,
    text: '检索到 3 条',
    nested: { x: 1, y: [true, null] },
    none: null,
  };
  it.each<[Expectation, boolean]>([
    [{ at: '/score', equals: 0.5 }, true],
    [{ at: '/nested', equals: { y: [true, null], x: 1 } }, true],
    [{ at: '/nested', equals: { x: 1 } }, false],
    [{ at: '/nested', equals: { x: 1, y: [true] } }, false],
    [{ at: '/none', equals: null }, true],
    [{ at: '/missing', equals: null }, false],
    [{ at: '/score', near: 0.6, tolerance: 0.11 }, true],
    [{ at: '/score', near: 0.6, tolerance: 0.05 }, false],
    [{ at: '/text', near: 0, tolerance: 1 }, false],
    [{ at: '/ids', includesAll: ['b', 'a'] }, true],
    [{ at: '/ids', includesAll: ['c'] }, false],
    [{ at: '/text', includesAll: ['检索', '3'] }, true],
    [{ at: '/score', includesAll: [0.5] }, false],
    [{ at: '/ids', excludes: ['c'] }, true],
    [{ at: '/ids', excludes: ['a'] }, false],
    [{ at: '/missing', excludes: ['a'] }, false],
    [{ at: '/ids', startsWith: ['a', 'b'] }, true],
    [{ at: '/ids', startsWith: ['b'] }, false],
    [{ at: '/text', startsWith: ['检'] }, false],
    [{ at: '/ids', sameSetAs: ['b', 'a', 'b'] }, true],
    [{ at: '/ids', sameSetAs: ['a', 'a', 'b'] }, false],
    [{ at: '/ids', sameSetAs: ['a', 'b'] }, false],
    [{ at: '/ids', length: 3 }, true],
    [{ at: '/text', length: 7 }, true],
    [{ at: '/nested', length: 2 }, false],
    [{ at: '/score', oneOf: [1, 0.5] }, true],
    [{ at: '/score', oneOf: ['0.5'] }, false],
    [{ at: '/missing', absent: true }, true],
    [{ at: '/none', absent: true }, false],
    [{ at: '/score', near: 0.75, tolerance: 0.25 }, true],
    [{ at: '/score', near: 0.25, tolerance: 0.25 }, true],
    [{ at: '/score', near: 0.25, tolerance: 0.125 }, false],
    [{ at: '/nested/x', near: 0, tolerance: 0 }, false],
    [{ at: '/none', near: 0, tolerance: 1 }, false],
    [{ at: '/nested', oneOf: [{ x: 1 }, { y: [true, null], x: 1 }] }, true],
    [{ at: '/missing', oneOf: [null] }, false],
    [{ at: '/ids', includesAll: ['a', 'c'] }, false],
    [{ at: '/text', includesAll: ['检索', '4'] }, false],
    [{ at: '/text', includesAll: [3] }, false],
    [{ at: '/nested', includesAll: [] }, false],
    [{ at: '/nested/y', includesAll: [null] }, true],
    [{ at: '/ids', excludes: ['c', 'b'] }, false],
    [{ at: '/text', excludes: ['4'] }, true],
    [{ at: '/text', excludes: ['3'] }, false],
    [{ at: '/text', excludes: [3] }, true],
    [{ at: '/score', excludes: ['a'] }, false],
    [{ at: '/ids', startsWith: [] }, true],
    [{ at: '/ids', startsWith: ['a', 'a'] }, false],
    [{ at: '/ids', startsWith: ['a', 'b', 'b', 'b'] }, false],
    [{ at: '/text', sameSetAs: [] }, false],
    [{ at: '/nested', sameSetAs: [] }, false],
    [{ at: '/ids', sameSetAs: ['a', 'b', 'c'] }, false],
    [{ at: '/ids', sameSetAs: ['a', 'b', 'b', 'b'] }, false],
    [{ at: '/nested/y', sameSetAs: [null, true] }, true],
    [{ at: '/ids', length: 2 }, false],
    [{ at: '/score', length: 1 }, false],
    [{ at: '/missing', length: 0 }, false],
  ])('%j -> %s', (expectation, met) => expect(matchExpectation(expectation, reply)).toBe(met));

  it('takes every JSON value for equal to itself, and to what a round trip makes of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const copy = JSON.parse(JSON.stringify(value)) as Json;
        return matchExpectation({ at: '', equals: JSON.parse(JSON.stringify(value)) }, copy);
      }),
    );
  });

  it('never throws, whatever the reply', () => {
    const expectations: Expectation[] = [
      { at: '/a/0', startsWith: [1] },
      { at: '', sameSetAs: [{}] },
      { at: '/a', includesAll: ['x'] },
      { at: '', length: 0 },
    ];
    fc.assert(
      fc.property(fc.jsonValue(), (reply) => {
        for (const expectation of expectations) matchExpectation(expectation, reply as Json);
      }),
    );
  });

  it('does not follow a deeply nested reply beyond what is expected', () => {
    const deep = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000)) as Json;
    expect(matchExpectation({ at: '', equals: [[]] }, deep)).toBe(false);
  });
});
