import { z } from 'zod';
import { lineUpTo } from './line.ts';

export const Locale = z.enum(['zh-CN', 'en']);
export type Locale = z.infer<typeof Locale>;

/** In which language a document is wanted. */
export const LocaleQuery = z.strictObject({ locale: Locale.default('zh-CN') });

/** A text that a user reads: both languages, always. */
export const LocalizedText = z.strictObject({
  'zh-CN': z.string().trim().min(1),
  en: z.string().trim().min(1),
});
export type LocalizedText = z.infer<typeof LocalizedText>;

/** The same where people type it: in each language at most so many characters. */
export const localizedUpTo = (length: number) =>
  z.strictObject({
    'zh-CN': lineUpTo(length),
    en: lineUpTo(length),
  });
