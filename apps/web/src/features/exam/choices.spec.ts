import { describe, expect, it } from '@jest/globals';
import type { PublicItem, ResponseValue } from '@ennead/contracts';
import { choicesOf } from './choices.ts';

const text = (en: string) => ({ 'zh-CN': `中文 ${en}`, en });
const anItem = (type: PublicItem['type'], ids = ''): PublicItem => ({
  id: 'item',
  version: 1,
  type,
  stem: text('Stem'),
  ...(ids && { options: [...ids].map((id) => ({ id, text: text(id) })) }),
});
const words = { true: 'True', false: 'False' };
const nextOf = (item: PublicItem, value: ResponseValue) =>
  choicesOf(item, value, 'en', words).map(({ next }) => next);

describe('choicesOf', () => {
  it('keeps the order laid out', () => {
    expect(choicesOf(anItem('single', 'CAB'), null, 'zh-CN', words).map((choice) => choice.text)).toEqual([
      '中文 C',
      '中文 A',
      '中文 B',
    ]);
  });

  it('of a single-response item replace each other and can be taken back', () => {
    expect(nextOf(anItem('single', 'AB'), { chosen: ['A'] })).toEqual([null, { chosen: ['B'] }]);
  });

  it('of a multiple-response item are added and taken away, and always sorted', () => {
    expect(nextOf(anItem('multiple', 'CAB'), { chosen: ['B'] })).toEqual([
      { chosen: ['B', 'C'] },
      { chosen: ['A', 'B'] },
      null,
    ]);
  });

  it('of a true-false item are two', () => {
    expect(nextOf(anItem('true-false'), { truth: true })).toEqual([null, { truth: false }]);
  });

  it('are none where the answer is typed', () => {
    expect(nextOf(anItem('numeric'), { text: '1' })).toEqual([]);
  });
});
