import type { Locale } from '@ennead/contracts';

type Written = { readonly locale: Locale; readonly zone: string };

const formatLocale = { 'zh-CN': 'zh-CN', en: 'en-GB' } as const satisfies Record<Locale, string>;

/** Zones that people call otherwise than the tables of the language do. */
const calledHere: Readonly<Record<string, Record<Locale, string>>> = {
  'Asia/Shanghai': { 'zh-CN': '北京时间', en: 'Beijing time' },
};

const made = new Map<string, readonly [Intl.DateTimeFormat, Intl.DateTimeFormat, Intl.DateTimeFormat]>();

const formatsOf = ({ locale, zone }: Written) => {
  const key = `${locale} ${zone}`;
  const known = made.get(key);
  if (known) return known;
  const named = (timeZoneName: 'long' | 'shortOffset') =>
    new Intl.DateTimeFormat(formatLocale[locale], { timeZone: zone, timeZoneName });
  const instant = new Intl.DateTimeFormat(formatLocale[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone,
  });
  const formats = [instant, named('long'), named('shortOffset')] as const;
  made.set(key, formats);
  return formats;
};

const nameIn = (format: Intl.DateTimeFormat, at: Date): string =>
  format.formatToParts(at).find(({ type }) => type === 'timeZoneName')!.value;

/** What a zone is called at an instant, with how far it is from UTC then, where its name alone does not tell everybody. */
const zoneWords = (at: Date, written: Written): string => {
  const { locale, zone } = written;
  const called = calledHere[zone];
  if (called) return called[locale];
  const [, long, offset] = formatsOf(written);
  const [name, utc] = [
    nameIn(long, at),
    nameIn(offset, at)
      .replace('GMT', 'UTC')
      .replace(/^UTC\+0$/, 'UTC'),
  ];
  // A zone that has no name in the language is called by its offset already.
  if (/^(GMT|UTC)|\d/.test(name)) return utc;
  return locale === 'zh-CN' ? `${name}，${utc}` : `${name}, ${utc}`;
};

/**
 * An instant in words, and in which zone it is meant: as people there call it, and in the language of the reader.
 *
 * @param at ISO 8601
 */
export const instantWords = (at: string, written: Written): string => {
  const instant = new Date(at);
  const [format] = formatsOf(written);
  const [when, zone] = [format.format(instant), zoneWords(instant, written)];
  return written.locale === 'zh-CN' ? `${when}（${zone}）` : `${when} (${zone})`;
};
