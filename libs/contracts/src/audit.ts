import { z } from 'zod';
import { lineUpTo } from './line.ts';
import { typedNumberLength, wordsLength } from './limits.ts';
import { Locale, LocalizedText } from './locale.ts';
import { Id, Instant, LevelCode } from './vocabulary.ts';

/** Who did what to what, when. The actor is null where the platform itself acted. */
export const AuditEventView = z.object({
  id: z.string(),
  at: Instant,
  actor: z.object({ id: Id, name: z.string() }).nullable(),
  /** `<noun>.<past participle>`. */
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  entryId: Id.nullable(),
  detail: z.record(z.string(), z.unknown()),
});
export type AuditEventView = z.infer<typeof AuditEventView>;

/** What something happened to, by its names: whatever has none, or is gone, is null. */
export const EventSubject = z.object({
  /** Whom it was done to, or whose case it belongs to. */
  person: z.object({ id: Id, name: z.string() }).nullable(),
  roleName: LocalizedText.nullable(),
  level: LevelCode.nullable(),
  /** Which try it is. */
  number: z.number().int().positive().nullable(),
  session: LocalizedText.nullable(),
  cohort: z.string().nullable(),
  institution: LocalizedText.nullable(),
  /** The number of a certificate. */
  certificate: z.string().nullable(),
  lab: LocalizedText.nullable(),
});
export type EventSubject = z.infer<typeof EventSubject>;

export const NamedAuditEvent = AuditEventView.extend({ subject: EventSubject });
export type NamedAuditEvent = z.infer<typeof NamedAuditEvent>;

/** An entry by its names. */
export const NamedCase = z.object({ entryId: Id, subject: EventSubject });
export type NamedCase = z.infer<typeof NamedCase>;

/** Every step of one entry, oldest first. */
export const TrailView = z.object({ case: NamedCase, events: z.array(NamedAuditEvent) });
export type TrailView = z.infer<typeof TrailView>;

const AuditFilter = z.strictObject({
  /** Whom or what it was done to, and by whom: a name or e-mail address, a certificate's number, the id of a person, an entry or an enrolment. */
  about: lineUpTo(typedNumberLength).optional(),
  /** Who did it: an id, or a part of a name or e-mail address. */
  actor: lineUpTo(wordsLength).optional(),
  action: z
    .string()
    .max(wordsLength)
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .optional(),
  from: Instant.optional(),
  /** Before this. */
  to: Instant.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

/** `cursor` is the `nextCursor` of the page before. */
export const AuditQuery = AuditFilter.extend({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditExportQuery = AuditFilter.extend({ locale: Locale.default('zh-CN') });
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;

/** Latest first. */
export const AuditPage = z.object({
  events: z.array(NamedAuditEvent),
  nextCursor: z.string().nullable(),
  /** The cases of whom or what was searched for, the latest first; only some where there are many. */
  cases: z.array(NamedCase),
});
export type AuditPage = z.infer<typeof AuditPage>;
