import type { Locale } from '@ennead/contracts';

/**
 * How a letter greets an address that nobody has confirmed. A name that was typed into a form beside it would be a stranger's
 * words in our letter, to whomever they like: an advertisement, or worse. No rule on names tells those from the names of people.
 */
export const nameless: Readonly<Record<Locale, string>> = { 'zh-CN': '用户', en: 'user' };
