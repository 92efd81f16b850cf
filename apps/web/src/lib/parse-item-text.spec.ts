import { describe, expect, it } from '@jest/globals';
import { parseInline, parseItemText } from './parse-item-text.ts';

const text = (value: string) => ({ kind: 'text', text: value });

describe('parseInline', () => {
  it.each([
    ['plain', [text('plain')]],
    ['用 `top_k` 控制', [text('用 '), { kind: 'code', text: 'top_k' }, text(' 控制')]],
    ['**must** not', [{ kind: 'strong', children: [text('must')] }, text(' not')]],
    ['an *apt* word', [text('an '), { kind: 'emphasis', children: [text('apt')] }, text(' word')]],
    ['2 * 3 * 4 = 24', [text('2 * 3 * 4 = 24')]],
    [
      '`a * b` and *c*',
      [{ kind: 'code', text: 'a * b' }, text(' and '), { kind: 'emphasis', children: [text('c')] }],
    ],
    ['snake_case_name', [text('snake_case_name')]],
    ['one ` alone', [text('one ` alone')]],
    ['<b>not markup</b>', [text('<b>not markup</b>')]],
  ])('reads %j', (source, runs) => {
    expect(parseInline(source)).toEqual(runs);
  });
});

describe('parseItemText', () => {
  it('keeps fenced code as it was typed, blank lines and marks included', () => {
    expect(parseItemText('Look:\n```python\nx = *a\n\n- y\n```\nWhy?')).toEqual([
      { kind: 'paragraph', lines: [[text('Look:')]] },
      { kind: 'code', language: 'python', text: 'x = *a\n\n- y' },
      { kind: 'paragraph', lines: [[text('Why?')]] },
    ]);
  });

  it('reads lists of both kinds', () => {
    expect(parseItemText('- a\n- b\n\n1. c\n2. d')).toEqual([
      { kind: 'list', ordered: false, items: [[text('a')], [text('b')]] },
      { kind: 'list', ordered: true, items: [[text('c')], [text('d')]] },
    ]);
  });

  it('reads a table', () => {
    expect(parseItemText('| k | recall |\n| --- | ---: |\n| 5 | 0.8 |')).toEqual([
      { kind: 'table', head: [[text('k')], [text('recall')]], rows: [[[text('5')], [text('0.8')]]] },
    ]);
  });

  it('keeps line breaks inside a paragraph', () => {
    expect(parseItemText('one\ntwo')).toEqual([{ kind: 'paragraph', lines: [[text('one')], [text('two')]] }]);
  });

  it.each(['', '```', '|', '- ', '**', '| a |\n|---|'])('ends on %j', (source) => {
    expect(parseItemText(source)).toBeDefined();
  });
});
