import { describe, expect, it } from '@jest/globals';
import { findWeakness } from './demand-good-password.ts';

const holder = { name: 'Lin Yue', email: 'lin.yue@study.example' };

describe('findWeakness', () => {
  it.each([
    ['1234567890', 'PASSWORD_COMMON'],
    ['password123', 'PASSWORD_COMMON'],
    ['P@ssw0rd1234', 'PASSWORD_COMMON'],
    ['qwertyuiop', 'PASSWORD_COMMON'],
    ['iloveyou1234', 'PASSWORD_COMMON'],
    ['Ｐａｓｓｗｏｒｄ１２３', 'PASSWORD_COMMON'],
    ['          ', 'PASSWORD_PATTERN'],
    ['\u3000'.repeat(10), 'PASSWORD_PATTERN'],
    ['aaaaaaaaaa', 'PASSWORD_PATTERN'],
    ['1111111111222222222233333333334444444444', 'PASSWORD_PATTERN'],
    ['abcdefghijkl', 'PASSWORD_PATTERN'],
    ['北京上海北京上海北京上海', 'PASSWORD_PATTERN'],
    ['aB1!xaB1!xaB1!xaB1!x', 'PASSWORD_PATTERN'],
    ['zhang19900101', 'PASSWORD_PATTERN'],
    ['lin.yue@study.example', 'PASSWORD_PERSONAL'],
    ['linyue12345', 'PASSWORD_PERSONAL'],
    ['LINYUELINYUE', 'PASSWORD_PERSONAL'],
    ['ennead2026', 'PASSWORD_PERSONAL'],
  ])('%j is too easily guessed: %s', async (password, code) => {
    expect(await findWeakness(password, holder)).toBe(code);
  });

  it.each([
    'correct horse battery',
    'another long one',
    '我喜欢吃苹果和香蕉啊',
    'pässwörd-ünïque',
    'kX9$mQ2!vL',
    'ein Fluss, zwei Ufer',
  ])('%j is good enough', async (password) => {
    expect(await findWeakness(password, holder)).toBeNull();
  });

  it('takes the name of a person of one’s own script for personal', async () => {
    expect(await findWeakness('欧阳文澜123456', { name: '欧阳文澜', email: 'o@study.example' })).toBe(
      'PASSWORD_PERSONAL',
    );
  });

  it('looks at two hundred signs in no more time than a request may take', () => {
    const began = performance.now();
    for (const text of ['aB1!', '1!1l|!0o@4$5+73e', '4@8({[<369&#!|1/0$5+7%2'])
      findWeakness(text.repeat(50).slice(0, 200), holder);
    expect(performance.now() - began).toBeLessThan(1_500);
  });
});
