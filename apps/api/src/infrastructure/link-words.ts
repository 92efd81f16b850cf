import type { Locale } from '@ennead/contracts';

/** What stands where the one-time link of a letter would. */
const words = {
  notice: { 'zh-CN': '（链接只在邮件中）', en: '(the link stands in the letter alone)' },
  none: { 'zh-CN': '', en: '' },
  gone: { 'zh-CN': '（链接已不再保存）', en: '(the link is not kept any more)' },
  kept: { 'zh-CN': '（链接随邮件发出）', en: '(the link goes out with the letter)' },
  masked: { 'zh-CN': '（链接已隐去）', en: '(the link is hidden)' },
} as const satisfies Record<string, Record<Locale, string>>;

export const linkWords = (where: keyof typeof words, locale: Locale): string => words[where][locale];
