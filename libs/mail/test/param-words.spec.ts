import { describe, expect, it } from '@jest/globals';
import type { MessageParam } from '@ennead/contracts';
import { paramWords } from '../src/param-words.ts';

const at = '2027-03-01T01:30:00.000Z';

describe('what a letter shows', () => {
  it.each<[string, MessageParam, string, string]>([
    ['a text as it is', 'Wen Jing', 'Wen Jing', 'Wen Jing'],
    ['a text in both languages', { 'zh-CN': '笔试', en: 'the exam' }, '笔试', 'the exam'],
    [
      'an instant, with its zone',
      { at },
      '2027年3月1日 09:30（北京时间）',
      '1 March 2027 at 09:30 (Beijing time)',
    ],
    [
      'that words are in the notice alone',
      { inPage: 'Buy now' },
      '（请登录后在通知中查看）',
      '(to be read in your notices, after logging in)',
    ],
    [
      'what has changed, each in a line',
      {
        changes: [
          { what: { 'zh-CN': '地点', en: 'Place' }, from: null, to: 'North building' },
          {
            what: { 'zh-CN': '开放时间', en: 'Opens' },
            from: { at },
            to: { at: '2027-03-02T01:30:00.000Z' },
          },
        ],
      },
      '地点：原为无，现为North building\n开放时间：原为2027年3月1日 09:30（北京时间），现为2027年3月2日 09:30（北京时间）',
      'Place: was none, is now North building\nOpens: was 1 March 2027 at 09:30 (Beijing time), is now 2 March 2027 at 09:30 (Beijing time)',
    ],
  ])('is %s', (_, param, chinese, english) => {
    expect(paramWords(param, 'zh-CN', 'letter')).toBe(chinese);
    expect(paramWords(param, 'en', 'letter')).toBe(english);
  });

  it('is in the notice what the letter goes without', () => {
    expect(paramWords({ inPage: 'They are of another college.' }, 'en', 'notice')).toBe(
      'They are of another college.',
    );
  });
});
