import { describe, expect, it } from '@jest/globals';
import { findText } from './find-text.ts';

const dictionary = {
  plain: 'Saved',
  nested: { time: 'Saved {{time}}' },
  left_one: '{{count}} minute left',
  left_other: '{{count}} minutes left',
};

describe('findText', () => {
  it.each([
    ['plain', undefined, 'Saved'],
    ['nested.time', { time: '14:03:22' }, 'Saved 14:03:22'],
    ['nested.time', undefined, 'Saved {{time}}'],
    ['left', { count: 1 }, '1 minute left'],
    ['left', { count: 5 }, '5 minutes left'],
    ['left', { count: 0 }, '0 minutes left'],
    ['nested', undefined, null],
    ['missing', undefined, null],
    ['constructor', undefined, null],
    ['plain.length', undefined, null],
  ])('finds %j with %j: %j', (path, values, text) => {
    expect(findText(dictionary, path, values, 'en')).toBe(text);
  });

  it('needs one form only in Chinese', () => {
    expect(findText({ left_other: '剩余 {{count}} 分钟' }, 'left', { count: 1 }, 'zh-CN')).toBe(
      '剩余 1 分钟',
    );
  });
});
