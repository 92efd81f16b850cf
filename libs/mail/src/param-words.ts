import type { Locale, MessageChange, MessageParam, MessageValue } from '@ennead/contracts';
import { instantWords } from './instant-words.ts';

/** Where something is read: in the mailbox, or in the page by whoever has logged in. */
export type ReadIn = 'letter' | 'notice';

export type Written = {
  readonly locale: Locale;
  readonly readIn: ReadIn;
  /** The IANA zone in which times are written. */
  readonly zone: string;
};

const held = {
  'zh-CN': '（请登录后在通知中查看）',
  en: '(to be read in your notices, after logging in)',
} as const satisfies Record<Locale, string>;

const none = { 'zh-CN': '无', en: 'none' } as const satisfies Record<Locale, string>;

const changeWriters: Readonly<Record<Locale, (what: string, from: string, to: string) => string>> = {
  'zh-CN': (what, from, to) => `${what}：原为${from}，现为${to}`,
  en: (what, from, to) => `${what}: was ${from}, is now ${to}`,
};

const valueWords = (value: MessageValue, { locale, zone }: Written): string => {
  if (typeof value === 'string') return value;
  return 'at' in value ? instantWords(value.at, { locale, zone }) : value[locale];
};

const changeWords = ({ what, from, to }: MessageChange, written: Written): string => {
  const { locale } = written;
  const words = (value: MessageValue | null) => (value === null ? none[locale] : valueWords(value, written));
  return changeWriters[locale](what[locale], words(from), words(to));
};

/** What a letter shows at one place, in words of its language. */
export const paramWords = (param: MessageParam, written: Written): string => {
  if (typeof param === 'string') return param;
  if ('changes' in param) return param.changes.map((change) => changeWords(change, written)).join('\n');
  if ('inPage' in param) return written.readIn === 'notice' ? param.inPage : held[written.locale];
  return valueWords(param, written);
};
