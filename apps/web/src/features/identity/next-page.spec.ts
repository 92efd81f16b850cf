import { describe, expect, it } from '@jest/globals';
import { nextPage } from './next-page.ts';

describe('nextPage', () => {
  it.each([
    ['next=%2Fexam%2F1%3Fitem%3D3', '/exam/1?item=3'],
    ['next=%2F', '/'],
    ['', null],
    ['next=', null],
    ['next=https%3A%2F%2Fexample.org', null],
    ['next=%2F%2Fexample.org', null],
    ['next=%2F%5Cexample.org', null],
    ['next=javascript%3Aalert(1)', null],
  ])('of %j is %j', (search, page) => {
    expect(nextPage(new URLSearchParams(search))).toBe(page);
  });
});
