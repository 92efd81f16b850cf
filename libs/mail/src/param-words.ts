import type { Locale, MessageParam } from '@ennead/contracts';

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

/** What a letter shows at one place, in words of its language. */
export const paramWords = (param: MessageParam, locale: Locale): string => {
  if (typeof param === 'string') return param;
  if (!('at' in param)) return param[locale];
  const { format, write } = writers[locale];
  return write(format.format(new Date(param.at)));
};
