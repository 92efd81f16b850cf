import { z } from 'zod';
import { lineUpTo } from './line.ts';
import { MessageKind } from './message.ts';

/** Characters of a template: its subject, and its text. */
const letterLength = { subject: 120, body: 4000 } as const;

const Body = z.string().trim().min(1).max(letterLength.body);

/** The template of a kind of letter: plain text with `{{places}}`, in both languages. */
export const Letter = z.strictObject({
  kind: MessageKind,
  subject: z.strictObject({
    'zh-CN': lineUpTo(letterLength.subject),
    en: lineUpTo(letterLength.subject),
  }),
  body: z.strictObject({ 'zh-CN': Body, en: Body }),
});
export type Letter = z.infer<typeof Letter>;
