import type { Locale } from '@ennead/contracts';

/** The day of issue in Beijing, as the document has it, whatever the reader's time zone. */
export const issueDate = (instant: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
    dateStyle: 'long',
    timeZone: 'Asia/Shanghai',
  }).format(new Date(instant));
