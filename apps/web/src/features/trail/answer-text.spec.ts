import { expect, it } from '@jest/globals';
import type { PublicItem, ResponseValue } from '@ennead/contracts';
import type { Translate } from '../../i18n/use-translation.ts';
import { answerText } from './answer-text.ts';

const t: Translate<'trail'> = (key) => key;
const text = (word: string) => ({ 'zh-CN': word, en: word });
const item: PublicItem = {
  id: 'one',
  version: 1,
  type: 'multiple',
  stem: text('?'),
  // As this candidate met them: C stood first.
  options: ['C', 'A', 'B'].map((id) => ({ id, text: text(id) })),
};

it.each<[string, ResponseValue, PublicItem | null, string]>([
  ['letters as they stood on the page', { chosen: ['B', 'C'] }, item, 'A, C'],
  ['ids where the question is gone', { chosen: ['B', 'C'] }, null, 'B, C'],
  ['no answer', null, item, 'exam.noAnswer'],
  ['an empty choice', { chosen: [] }, item, 'exam.noAnswer'],
  ['blanks', { text: '  ' }, null, 'exam.noAnswer'],
  ['false', { truth: false }, null, 'exam.false'],
  ['text as it was typed', { text: '=1+1' }, null, '=1+1'],
  ['a number with its unit', { text: '42' }, { ...item, type: 'numeric', unit: text('GB') }, '42 GB'],
])('says %s', (_what, value, of, words) => {
  expect(answerText(value, of, t, 'en')).toBe(words);
});
