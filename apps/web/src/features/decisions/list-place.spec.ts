import { expect, it } from '@jest/globals';
import { lists, readPlace, writePlace } from './list-place.ts';

const read = (search: string) => readPlace(new URLSearchParams(search));

it.each([
  ['?list=clear', { list: 'clear', words: undefined, sort: undefined, page: 1 }],
  [
    '?list=decided&decided.q=%E6%9E%97+2&decided.sort=-outcome&decided.page=3',
    { list: 'decided', words: '林 2', sort: '-outcome', page: 3 },
  ],
])('%s is read and written alike', (search, place) => {
  expect(read(search)).toEqual(place);
  expect(writePlace(read(search))).toBe(search);
});

it('takes nothing from another list, nor from a page that there cannot be', () => {
  expect(writePlace(read('?list=clear&decided.page=3&clear.page=-2'))).toBe('?list=clear');
});

it('there is no place where no list is named, or one that is none', () => {
  for (const search of ['', '?list=all', '?clear.page=2']) expect(read(search)).toBeNull();
  expect(writePlace(null)).toBe('');
});

it('the tab that is open says which list it is, where the address does not', () => {
  for (const list of lists) expect(readPlace(new URLSearchParams(), list)?.list).toBe(list);
});
