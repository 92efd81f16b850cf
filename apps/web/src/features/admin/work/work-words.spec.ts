import { expect, it } from '@jest/globals';
import { DutyName, HandlerName } from '@ennead/contracts';
import en from '../../../i18n/en/admin.ts';
import { findText } from '../../../i18n/find-text.ts';
import zh from '../../../i18n/zh-CN/admin.ts';

it.each([
  ['zh-CN', zh],
  ['en', en],
] as const)('has words in %s for whoever follows and for every duty', (locale, dictionary) => {
  const keys = [
    ...HandlerName.options.map((name) => `work.handler.${name}`),
    ...DutyName.options.map((name) => `work.dutyName.${name}`),
  ];
  expect(keys.filter((key) => !findText(dictionary, key, undefined, locale))).toEqual([]);
});
