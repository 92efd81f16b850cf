import type { Locale } from '@ennead/contracts';

/** The day in the scheme's zone, as the document has it, whatever the reader's time zone. */
export const dayIn = (instant: string, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone,
  }).format(new Date(instant));
