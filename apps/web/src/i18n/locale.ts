import type { Locale } from '@ennead/contracts';

const KEY = 'ennead.locale';

/** The language chosen here before, else the browser's: Chinese of any kind reads zh-CN, everybody else English. */
export function readLocale(): Locale {
  const stored = localStorage.getItem(KEY);
  if (stored === 'zh-CN' || stored === 'en') return stored;
  return /^zh/i.test(navigator.language) ? 'zh-CN' : 'en';
}

export const rememberLocale = (locale: Locale): void => localStorage.setItem(KEY, locale);
