import { expect, it } from '@jest/globals';
import { findNext } from './find-next.ts';

it.each([
  ['in the middle', ['a', 'b', 'c'], 'b', 0, { at: 1, isThere: true, nextId: 'c' }],
  ['at the end of the page', ['a', 'b'], 'b', 0, { at: 1, isThere: true, nextId: undefined }],
  ['once it has left, what has moved up', ['a', 'c'], 'b', 1, { at: 1, isThere: false, nextId: 'c' }],
  ['once the last has left, nothing', ['a'], 'b', 1, { at: 1, isThere: false, nextId: undefined }],
  ['once the first has left', ['b', 'c'], 'a', 0, { at: 0, isThere: false, nextId: 'b' }],
  [
    'where it never was seen, nothing',
    ['a', 'c'],
    'b',
    undefined,
    { at: undefined, isThere: false, nextId: undefined },
  ],
])('%s', (_, ids, entryId, before, standing) => {
  expect(findNext(ids, entryId, before)).toEqual(standing);
});
