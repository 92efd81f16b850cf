import { describe, expect, it } from '@jest/globals';
import type { Item } from '@ennead/contracts/internal';
import type { ResponseValue } from '@ennead/contracts';
import {
  aMultipleItem,
  aNumericItem,
  anItem,
  aShortTextItem,
  aText,
  aTrueFalseItem,
} from '@ennead/testing/builders';
import { fitsItem, scoreResponse } from './score-response.ts';

const share = (item: Item, response: ResponseValue) => {
  const { earned, of, outcome } = scoreResponse(item, response);
  return `${earned}/${of} ${outcome}`;
};

describe('single response', () => {
  it.each<[string[], string]>([
    [['A'], '1/1 right'],
    [['B'], '0/1 wrong'],
    [['A', 'B'], '0/1 unreadable'],
    [['A', 'A'], '0/1 unreadable'],
    [['H'], '0/1 unreadable'],
    [[], '0/1 unanswered'],
  ])('%j earns %s', (chosen, expected) => {
    expect(share(anItem({ key: ['A'] }), { chosen })).toBe(expected);
  });
});

describe('multiple response: right minus wrong over keys, never under nothing', () => {
  it.each<[string[], string]>([
    [['A', 'B', 'C'], '3/3 right'],
    [['C', 'A', 'B'], '3/3 right'],
    [['C', 'A', 'B', 'A'], '0/1 unreadable'],
    [['A', 'B'], '2/3 partial'],
    [['A', 'B', 'D'], '1/3 partial'],
    [['A', 'B', 'C', 'D', 'E'], '1/3 partial'],
    [['A', 'D'], '0/3 wrong'],
    [['A', 'D', 'E'], '0/3 wrong'],
    [['D', 'E'], '0/3 wrong'],
    [['A', 'H'], '0/1 unreadable'],
    [[], '0/1 unanswered'],
  ])('%j earns %s', (chosen, expected) => {
    expect(share(aMultipleItem({ key: ['A', 'B', 'C'] }), { chosen })).toBe(expected);
  });
});

describe('true or false', () => {
  it.each([
    [true, true, '1/1 right'],
    [true, false, '0/1 wrong'],
    [false, false, '1/1 right'],
    [false, true, '0/1 wrong'],
  ])('key %p, answer %p earns %s', (key, truth, expected) => {
    expect(share(aTrueFalseItem({ key }), { truth })).toBe(expected);
  });
});

describe('numeric', () => {
  const tokens = aText('tokens', '个词元');
  it.each<[number, number, string, string]>([
    [42, 0.5, '42', '1/1 right'],
    [42, 0.5, '41.5', '1/1 right'],
    [42, 0.5, '42.5000', '1/1 right'],
    [42, 0.5, '42.50000000000000000001', '0/1 wrong'],
    [0.2, 0.1, '0.3', '1/1 right'],
    [1e21, 0, '1e21', '1/1 right'],
    [1e-7, 0, '0.0000001', '1/1 right'],
    [-3, 0, '−3', '1/1 right'],
    [1500, 0, '１，５００', '1/1 right'],
    [1500, 0, '1.5×10³', '1/1 right'],
    [1500, 0, '1 500 tokens', '1/1 right'],
    [1500, 0, '1500个词元', '1/1 right'],
    [1500, 0, '1500 apples', '0/1 unreadable'],
    [1.5, 0, '1,5', '0/1 unreadable'],
    [42, 0, 'forty-two', '0/1 unreadable'],
    [42, 0, '  ', '0/1 unanswered'],
  ])('%d within %d: %p earns %s', (value, tolerance, text, expected) => {
    expect(share(aNumericItem({ key: { value, tolerance }, unit: tokens }), { text })).toBe(expected);
  });
});

describe('numeric without a unit', () => {
  const item = aNumericItem({ key: { value: 25, tolerance: 0 } });
  it('takes the number alone', () => {
    expect(share(item, { text: '25' })).toBe('1/1 right');
    expect(share(item, { text: '25 %' })).toBe('0/1 unreadable');
  });

  it.each([
    [Number.NaN, 0],
    [25, Infinity],
  ])('is not scored by a key that is no number: %d within %d', (value, tolerance) => {
    const broken = aNumericItem({ key: { value, tolerance } });
    expect(() => scoreResponse(broken, { text: '25' })).toThrow(
      new RangeError(`no decimal key: ${value} within ${tolerance}`),
    );
  });
});

describe('short text', () => {
  const item = aShortTextItem({ key: { accept: ['Cosine similarity', '余弦相似度', 'LoRA 微调'] } });
  it.each([
    ['cosine similarity', '1/1 right'],
    ['  COSINE \t  similarity ', '1/1 right'],
    ['ｃｏｓｉｎｅ　ｓｉｍｉｌａｒｉｔｙ', '1/1 right'],
    ['余弦 相似度', '1/1 right'],
    ['lora微调', '1/1 right'],
    ['cosinesimilarity', '0/1 wrong'],
    ['cosine', '0/1 wrong'],
    ['\u3000', '0/1 unanswered'],
  ])('%p earns %s', (text, expected) => {
    expect(share(item, { text })).toBe(expected);
  });
});

describe('a response that its item cannot take', () => {
  it('is unreadable, not wrong', () => {
    expect(share(anItem(), { truth: true })).toBe('0/1 unreadable');
    expect(share(aTrueFalseItem(), { text: 'true' })).toBe('0/1 unreadable');
    expect(share(aNumericItem(), { chosen: ['A'] })).toBe('0/1 unreadable');
    expect(share(anItem(), null)).toBe('0/1 unanswered');
  });

  const types: [Item, ResponseValue][] = [
    [anItem(), { chosen: ['A'] }],
    [aMultipleItem(), { chosen: ['A'] }],
    [aTrueFalseItem(), { truth: true }],
    [aNumericItem(), { text: '42' }],
    [aShortTextItem(), { text: 'cosine' }],
  ];
  const shapes: ResponseValue[] = [{ chosen: ['A'] }, { truth: false }, { text: '42' }];

  it.each(types)('is told by its shape, beforehand as well: $type', (item, own) => {
    expect(fitsItem(item, own)).toBe(true);
    expect(scoreResponse(item, own).outcome).not.toBe('unreadable');
    for (const other of shapes.filter((shape) => Object.keys(shape!)[0] !== Object.keys(own!)[0])) {
      expect(fitsItem(item, other)).toBe(false);
      expect(share(item, other)).toBe('0/1 unreadable');
    }
  });

  it.each([anItem(), aMultipleItem()])('is told by one option that the item does not have', (item) => {
    expect(fitsItem(item, { chosen: ['A', 'H'] })).toBe(false);
    expect(share(item, { chosen: ['H', 'A'] })).toBe('0/1 unreadable');
    expect(fitsItem({ type: item.type }, { chosen: ['A'] })).toBe(false);
  });

  it('can be refused beforehand', () => {
    expect(fitsItem(anItem(), { chosen: ['D'] })).toBe(true);
    expect(fitsItem(anItem(), { chosen: ['E'] })).toBe(false);
    expect(fitsItem(anItem(), { text: 'A' })).toBe(false);
    expect(fitsItem(anItem(), { chosen: [] })).toBe(true);
    expect(fitsItem(anItem(), { chosen: ['A', 'B'] })).toBe(false);
    expect(fitsItem(aMultipleItem(), { chosen: ['A', 'B'] })).toBe(true);
    expect(fitsItem(aMultipleItem(), { chosen: ['A', 'B', 'A'] })).toBe(false);
    expect(fitsItem(aShortTextItem(), { text: 'A' })).toBe(true);
    expect(fitsItem(aTrueFalseItem(), null)).toBe(true);
  });
});
