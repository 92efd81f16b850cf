import type { Locale } from '@ennead/contracts';

const KEY = 'ennead.locale';
const CHOSEN = 'ennead.chosen-locale';

/** The language chosen here before, else the browser's: Chinese of any kind reads zh-CN, everybody else English. */
export function readLocale(): Locale {
  const stored = localStorage.getItem(KEY);
  if (isLocale(stored)) return stored;
  return /^zh/i.test(navigator.language) ? 'zh-CN' : 'en';
}

export const rememberLocale = (locale: Locale): void => localStorage.setItem(KEY, locale);

/** What somebody chose in this tab while nobody was logged in: it goes before what their account has, and comes into it. */
export function readChoice(): Locale | null {
  const chosen = sessionStorage.getItem(CHOSEN);
  return isLocale(chosen) ? chosen : null;
}

export const rememberChoice = (locale: Locale): void => sessionStorage.setItem(CHOSEN, locale);

export const forgetChoice = (): void => sessionStorage.removeItem(CHOSEN);

const isLocale = (text: string | null): text is Locale => text === 'zh-CN' || text === 'en';
