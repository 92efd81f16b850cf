import type { Locale } from '@ennead/contracts';
import { useMemo } from 'react';
import { useLocale } from '../i18n/use-translation.ts';

const KIB = 1024;

/** Size in bytes as a person reads it, in binary units: 1536 -> "1.5 KB". */
function fileSizeText(bytes: number, locale: Locale): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(KIB)), units.length - 1);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: power === 0 ? 0 : 1 });
  return `${number.format(bytes / KIB ** power)} ${units[power] ?? 'B'}`;
}

/** Remaining time as h:mm:ss or m:ss; never negative. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

export interface Formatters {
  /** 3 May 2026 / 2026年5月3日 */
  readonly date: (instant: string | number | Date) => string;
  /** Date with hours and minutes. */
  readonly dateTime: (instant: string | number | Date) => string;
  /** The same to the second. */
  readonly dateTimeSec: (instant: string | number | Date) => string;
  /** Hours, minutes and seconds: 14:03:22. */
  readonly time: (instant: string | number | Date) => string;
  readonly number: (value: number) => string;
  /** A share of one as whole per cent. */
  readonly percent: (share: number) => string;
  readonly fileSize: (bytes: number) => string;
  /** A list in a sentence: "a, b and c". */
  readonly list: (parts: readonly string[]) => string;
}

function createFormatters(locale: Locale): Formatters {
  const tag = locale === 'en' ? 'en-GB' : 'zh-CN';
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long' });
  const toTheMinute = {
    year: 'numeric',
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const;
  const dateTime = new Intl.DateTimeFormat(tag, toTheMinute);
  const dateTimeSec = new Intl.DateTimeFormat(tag, { ...toTheMinute, second: '2-digit' });
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'medium', hourCycle: 'h23' });
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent' });
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const at = (instant: string | number | Date) => new Date(instant);
  return {
    date: (instant) => date.format(at(instant)),
    dateTime: (instant) => dateTime.format(at(instant)),
    dateTimeSec: (instant) => dateTimeSec.format(at(instant)),
    time: (instant) => time.format(at(instant)),
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    fileSize: (bytes) => fileSizeText(bytes, locale),
    list: (parts) => list.format(parts),
  };
}

/** Dates, numbers, sizes and lists as the page's language writes them. */
export function useFormat(): Formatters {
  const locale = useLocale();
  return useMemo(() => createFormatters(locale), [locale]);
}
