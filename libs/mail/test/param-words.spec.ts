import { describe, expect, it } from '@jest/globals';
import type { Locale, MessageParam } from '@ennead/contracts';
import { paramWords } from '../src/param-words.ts';

const inLetter = (locale: Locale, zone = 'Asia/Shanghai') => ({ locale, readIn: 'letter', zone }) as const;
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
    expect(paramWords(param, inLetter('zh-CN'))).toBe(chinese);
    expect(paramWords(param, inLetter('en'))).toBe(english);
  });

  it('is in the notice what the letter goes without', () => {
    expect(
      paramWords({ inPage: 'They are of another college.' }, { ...inLetter('en'), readIn: 'notice' }),
    ).toBe('They are of another college.');
  });
});

describe('an instant', () => {
  it.each([
    [at, 'Asia/Shanghai', '2027年3月1日 09:30（北京时间）', '1 March 2027 at 09:30 (Beijing time)'],
    [
      at,
      'Europe/Berlin',
      '2027年3月1日 02:30（中欧标准时间，UTC+1）',
      '1 March 2027 at 02:30 (Central European Standard Time, UTC+1)',
    ],
    [
      '2027-07-01T01:30:00.000Z',
      'Europe/Berlin',
      '2027年7月1日 03:30（中欧夏令时间，UTC+2）',
      '1 July 2027 at 03:30 (Central European Summer Time, UTC+2)',
    ],
    [
      at,
      'UTC',
      '2027年3月1日 01:30（协调世界时，UTC）',
      '1 March 2027 at 01:30 (Coordinated Universal Time, UTC)',
    ],
    [at, 'Etc/GMT-5', '2027年3月1日 06:30（UTC+5）', '1 March 2027 at 06:30 (UTC+5)'],
  ])('%s in %s says the zone in words', (instant, zone, chinese, english) => {
    expect(paramWords({ at: instant }, inLetter('zh-CN', zone))).toBe(chinese);
    expect(paramWords({ at: instant }, inLetter('en', zone))).toBe(english);
  });
});
