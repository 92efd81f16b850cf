import type { Locale, MessageChange, MessageParam, MessageValue } from '@ennead/contracts';

/** Where something is read: in the mailbox, or in the page by whoever has logged in. */
export type ReadIn = 'letter' | 'notice';

/** Every date in a letter is of one zone, and says which. */
const letterZone = {
  zone: 'Asia/Shanghai',
  in: { 'zh-CN': '北京时间', en: 'Beijing time' },
} as const;

const writers = {
  'zh-CN': {
    format: new Intl.DateTimeFormat('zh-CN', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: letterZone.zone,
    }),
    write: (when: string) => `${when}（${letterZone.in['zh-CN']}）`,
  },
  en: {
    format: new Intl.DateTimeFormat('en-GB', {
      dateStyle: 'long',
      timeStyle: 'short',
      timeZone: letterZone.zone,
    }),
    write: (when: string) => `${when} (${letterZone.in.en})`,
  },
} as const satisfies Record<Locale, unknown>;

const held = {
  'zh-CN': '（请登录后在通知中查看）',
  en: '(to be read in your notices, after logging in)',
} as const satisfies Record<Locale, string>;

const none = { 'zh-CN': '无', en: 'none' } as const satisfies Record<Locale, string>;

const changeWriters: Readonly<Record<Locale, (what: string, from: string, to: string) => string>> = {
  'zh-CN': (what, from, to) => `${what}：原为${from}，现为${to}`,
  en: (what, from, to) => `${what}: was ${from}, is now ${to}`,
};

const valueWords = (value: MessageValue, locale: Locale): string => {
  if (typeof value === 'string') return value;
  if (!('at' in value)) return value[locale];
  const { format, write } = writers[locale];
  return write(format.format(new Date(value.at)));
};

const changeWords = ({ what, from, to }: MessageChange, locale: Locale): string => {
  const words = (value: MessageValue | null) => (value === null ? none[locale] : valueWords(value, locale));
  return changeWriters[locale](what[locale], words(from), words(to));
};

/** What a letter shows at one place, in words of its language. */
export const paramWords = (param: MessageParam, locale: Locale, readIn: ReadIn): string => {
  if (typeof param === 'string') return param;
  if ('changes' in param) return param.changes.map((change) => changeWords(change, locale)).join('\n');
  if ('inPage' in param) return readIn === 'notice' ? param.inPage : held[locale];
  return valueWords(param, locale);
};
