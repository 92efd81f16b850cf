import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { Instant, type PersonRole } from './vocabulary.ts';

/** What the platform writes to people about, in the order in which they meet it. */
export const MessageKind = z.enum([
  'invitation',
  'account-invitation',
  'seat-offered',
  'seat-withdrawn',
  'seat-turned-down',
  'seat-taken-out',
  'confirm-address',
  'already-registered',
  'former-address',
  'account-joined',
  'account-closed-for-another',
  'account-parted',
  'address-changed',
  'password-reset',
  'password-changed',
  'role-given',
  'factor-removal',
  'factor-removed',
  'place-offered',
  'enrolled',
  'accommodation-granted',
  'accommodation-refused',
  'accommodation-answered',
  'session-soon',
  'session-changed',
  'session-changed-invited',
  'session-changed-requested',
  'session-changed-waiting',
  'session-cancelled',
  'session-taken-off',
  'part-open',
  'part-closing',
  'ready-to-begin',
  'handed-in',
  'result-decided',
  'certificate-issued',
  'certificate-corrected',
  'certificate-revoked',
  'script-assigned',
  'script-overdue',
  'cohort-session-changed',
  'cohort-session-cancelled',
  'appointment-waiting',
  'staff-work',
]);
export type MessageKind = z.infer<typeof MessageKind>;

type LetterFacts = {
  /** What a letter shows besides `name`, whom it is for, and `site`, where the platform is. */
  readonly shows: readonly string[];
  /** Whether it carries a link that does something once. */
  readonly link?: true;
  /** Whether its person may have it as a notice alone. */
  readonly choice?: true;
  /** Those of `shows` that are words of somebody's own: a letter to an address that nobody has confirmed goes without them. */
  readonly free?: readonly string[];
};

/** Where it is, what to bring, and which steps somebody still lacks. */
const preparation = ['where', 'bring', 'steps'] as const;

/** What each kind of letter gives its template to show: exactly this, which is checked when content is. */
export const letterFacts = {
  'account-invitation': { shows: ['inviter', 'purpose', 'until'], link: true },
  invitation: {
    shows: ['institution', 'certification', 'session', 'opens', 'closes', 'until', ...preparation],
    link: true,
  },
  'seat-offered': {
    shows: ['institution', 'certification', 'session', 'opens', 'closes', 'until', ...preparation],
  },
  'seat-withdrawn': { shows: ['institution', 'session', 'reason'], free: ['reason'] },
  'seat-turned-down': { shows: ['session', 'reason'], free: ['reason'] },
  'seat-taken-out': { shows: ['session', 'reason'], free: ['reason'] },
  'confirm-address': { shows: ['until'], link: true },
  'already-registered': { shows: [] },
  'former-address': { shows: [] },
  'account-joined': { shows: ['account', 'at'] },
  'account-closed-for-another': { shows: ['account', 'at'] },
  'account-parted': { shows: ['account', 'at'] },
  'address-changed': { shows: ['address', 'at'] },
  'password-reset': { shows: ['until'], link: true },
  'password-changed': { shows: ['at'] },
  'role-given': { shows: ['until'], link: true },
  'factor-removal': { shows: ['until'], link: true },
  'factor-removed': { shows: ['at'] },
  'place-offered': { shows: ['certification', 'session', 'opens', 'until', ...preparation] },
  enrolled: { shows: ['certification', 'session', 'opens', 'closes', ...preparation], choice: true },
  // A mailbox is not private: neither why it was asked for nor what was answered.
  'accommodation-granted': { shows: ['session'] },
  'accommodation-refused': { shows: ['session'] },
  'accommodation-answered': { shows: ['session', 'cohort'] },
  'session-soon': { shows: ['certification', 'session', 'opens', 'closes', ...preparation], choice: true },
  'session-changed': { shows: ['session', 'changes', 'reason', 'steps'], free: ['reason'] },
  'session-changed-invited': { shows: ['session', 'changes', 'reason', 'until'], free: ['reason'] },
  'session-changed-requested': { shows: ['session', 'changes', 'reason'], free: ['reason'] },
  'session-changed-waiting': { shows: ['session', 'changes', 'reason'], free: ['reason'] },
  'session-cancelled': { shows: ['session', 'reason'], free: ['reason'] },
  'session-taken-off': { shows: ['session', 'kept', 'reason'], free: ['reason'] },
  'part-open': { shows: ['session', 'parts', 'closes', ...preparation], choice: true },
  'part-closing': { shows: ['session', 'parts', 'closes'], choice: true },
  'ready-to-begin': { shows: ['session', 'opens', 'closes', 'where'], choice: true },
  'handed-in': { shows: ['session', 'part', 'at'], choice: true },
  'result-decided': { shows: ['certification', 'session'] },
  'certificate-issued': { shows: ['certification', 'number'] },
  'certificate-corrected': { shows: ['certification', 'number', 'earlier'] },
  'certificate-revoked': { shows: ['certification', 'number', 'reason'], free: ['reason'] },
  'script-assigned': { shows: ['certification', 'at'] },
  'script-overdue': { shows: ['certification', 'at'] },
  'cohort-session-changed': { shows: ['session', 'changes', 'reason'], choice: true, free: ['reason'] },
  'cohort-session-cancelled': { shows: ['session', 'reason'], choice: true, free: ['reason'] },
  'appointment-waiting': { shows: ['at'], choice: true },
  'staff-work': { shows: ['work'], choice: true },
} as const satisfies Record<MessageKind, LetterFacts>;

/** What letters of a kind show. */
export type ShownIn<Kind extends MessageKind> = (typeof letterFacts)[Kind]['shows'][number];

/** The kinds whose letters carry a link that does something once. */
export type LinkKind = {
  [Kind in MessageKind]: (typeof letterFacts)[Kind] extends { readonly link: true } ? Kind : never;
}[MessageKind];

const factsOf = (kind: MessageKind): LetterFacts => letterFacts[kind];

export const carriesLink = (kind: MessageKind): kind is LinkKind => factsOf(kind).link === true;

/** Whether its person may choose to have it without mail; what duty demands is always sent. */
export const isOptional = (kind: MessageKind): boolean => factsOf(kind).choice === true;

const reached: Partial<Record<MessageKind, readonly PersonRole[]>> = {
  enrolled: ['candidate'],
  'session-soon': ['candidate'],
  'part-open': ['candidate'],
  'part-closing': ['candidate'],
  'handed-in': ['candidate'],
  'accommodation-answered': ['manager', 'trainer'],
  'script-assigned': ['assessor', 'moderator'],
  'script-overdue': ['assessor', 'moderator'],
};

/** Whether letters of the kind can ever concern somebody who has these roles. */
export const mayConcern = (kind: MessageKind, roles: readonly PersonRole[]): boolean =>
  reached[kind]?.some((role) => roles.includes(role)) ?? true;

/** Which places of a kind's letters hold words of somebody's own. */
export const freeTextOf = (kind: MessageKind): readonly string[] => factsOf(kind).free ?? [];

/** The kinds of letters that an institution's act causes. */
export const houseLetters = [
  'invitation',
  'seat-offered',
  'seat-withdrawn',
] as const satisfies readonly MessageKind[];

const Value = z.union([z.string(), LocalizedText, z.strictObject({ at: Instant })]);

/** Something that was one way and is another now; null is none. */
const Changed = z.strictObject({ what: LocalizedText, from: Value.nullable(), to: Value.nullable() });

/** Words that stand in the notice alone, which is read after logging in; the letter says so in their place. */
const Held = z.strictObject({ inPage: z.string() });

/** What a letter shows at one place: as it is, in the reader's language, an instant as that language writes it, or what has changed, each in a line. */
export const MessageParam = z.union([
  ...Value.options,
  z.strictObject({ changes: z.array(Changed).min(1) }),
  Held,
]);
export type MessageParam = z.infer<typeof MessageParam>;
export type MessageValue = z.infer<typeof Value>;
export type MessageChange = z.infer<typeof Changed>;

/** What a message is about, which its notice leads to. */
export const MessageAbout = z.object({
  kind: z.enum(['person', 'entry', 'exam-session', 'credential', 'review', 'decision', 'cohort']),
  id: z.string(),
});
export type MessageAbout = z.infer<typeof MessageAbout>;

/** Why a message is not, or not surely, where it should be; the server's own words stand beside it. */
export const MessageReason = z.enum([
  /** The mail server does not take it, and would not later. */
  'bounced',
  /** It surely was not sent, and is tried again. */
  'unreachable',
  /** It could not be written: its letter is not published, or does not fit; it is tried again. */
  'unwritable',
  /** It was given up after many tries. */
  'given-up',
  /** The connection ended after the letter was handed over, without an answer. */
  'unanswered',
  /** Whoever sent it ended, or was held up, amid sending. */
  'sender-lost',
  /** Its link was over before it was sent. */
  'link-over',
  /** Its person wants no mail of its kind. */
  'unwanted',
  /** Institutions have caused as many letters there as they may for now. */
  'too-many',
]);
export type MessageReason = z.infer<typeof MessageReason>;
