import type { Locale } from '@ennead/contracts';

/** The day in the scheme's zone, as the document has it, whatever the reader's time zone. */
export const dayIn = (instant: string, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone,
  }).format(new Date(instant));

/** Day, hours and minutes in a zone, written as `format.dateTime` writes the reader's own. */
export const dateTimeIn = (instant: string, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(new Date(instant));
