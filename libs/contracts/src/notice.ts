import { z } from 'zod';
import { MessageAbout, MessageKind, MessageReason } from './message.ts';
import { MessageState } from './lifecycle/message.ts';
import { Locale } from './locale.ts';
import { mostRows } from './limits.ts';
import { pageOf, pageQuery } from './paging.ts';
import { Id, Instant } from './vocabulary.ts';

/** What somebody was told, as they read it in the page: the words of the letter, without its one-time link. */
export const NoticeView = z.object({
  id: Id,
  kind: MessageKind,
  /** Null where it cannot be written: its template is missing or does not fit. */
  letter: z.object({ subject: z.string(), text: z.string() }).nullable(),
  at: Instant,
  readAt: Instant.nullable(),
  about: MessageAbout.nullable(),
});
export type NoticeView = z.infer<typeof NoticeView>;

export const NoticesQuery = pageQuery([]).extend({ locale: Locale.default('zh-CN') });
export type NoticesQuery = z.infer<typeof NoticesQuery>;

/** Newest first. */
export const NoticesPage = pageOf(NoticeView);
export type NoticesPage = z.infer<typeof NoticesPage>;

export const UnreadNotices = z.object({ count: z.number().int().min(0) });
export type UnreadNotices = z.infer<typeof UnreadNotices>;

/** These, or every one that there is by now. */
export const ReadNoticesInput = z.strictObject({
  ids: z.union([z.literal('all'), z.array(Id).min(1).max(mostRows)]),
});
export type ReadNoticesInput = z.infer<typeof ReadNoticesInput>;

export const NoticeChoice = z.object({
  kind: MessageKind,
  mail: z.boolean(),
  /** Whether duty demands that it is mailed. */
  fixed: z.boolean(),
});
export type NoticeChoice = z.infer<typeof NoticeChoice>;

export const NoticeChoices = z.object({ choices: z.array(NoticeChoice) });
export type NoticeChoices = z.infer<typeof NoticeChoices>;

export const ChooseNoticesInput = z.strictObject({ kind: MessageKind, mail: z.boolean() });
export type ChooseNoticesInput = z.infer<typeof ChooseNoticesInput>;

export const MessagesQuery = pageQuery(['name', 'kind', 'queuedAt']).extend({
  kind: MessageKind.optional(),
  state: MessageState.optional(),
});
export type MessagesQuery = z.infer<typeof MessagesQuery>;

/** A letter in the administrator's list. */
export const MessageRow = z.object({
  id: Id,
  kind: MessageKind,
  state: MessageState,
  name: z.string(),
  address: z.string(),
  queuedAt: Instant,
  settledAt: Instant.nullable(),
  /** When it is tried again; null where it is not, or at once. */
  dueAt: Instant.nullable(),
  tries: z.number().int(),
  reason: MessageReason.nullable(),
  /** In the words of the mail server. */
  fault: z.string().nullable(),
});
export type MessageRow = z.infer<typeof MessageRow>;

/** Newest first unless asked otherwise. */
export const MessagesPage = pageOf(MessageRow);
export type MessagesPage = z.infer<typeof MessagesPage>;

/**
 * What is told of a one-time link: the letter has none; it is not kept any more; it is kept for sending alone; it can be asked
 * for, which is recorded; or it stands in the text.
 */
export const MessageLinkState = z.enum(['none', 'gone', 'kept', 'masked', 'shown']);
export type MessageLinkState = z.infer<typeof MessageLinkState>;

/** One letter as it reads, in the language that it is written in. */
export const MessageView = MessageRow.extend({
  locale: Locale,
  messageId: z.string(),
  sentBy: z.object({ id: Id, name: z.string() }).nullable(),
  /** Null where it cannot be written: its template is missing or does not fit. */
  letter: z.object({ subject: z.string(), text: z.string() }).nullable(),
  linkState: MessageLinkState,
});
export type MessageView = z.infer<typeof MessageView>;

export const MessageLink = z.object({ link: z.string() });
export type MessageLink = z.infer<typeof MessageLink>;
