import { z } from 'zod';
import { wordsLength } from './limits.ts';
import { Id, Instant } from './vocabulary.ts';

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

/** Every step of one entry, oldest first. */
export const TrailView = z.object({ events: z.array(AuditEventView) });
export type TrailView = z.infer<typeof TrailView>;

/** `cursor` is the `nextCursor` of the page before; `actor` is an id or a part of a name or e-mail address. */
export const AuditQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  action: z
    .string()
    .regex(/^[a-z-]+\.[a-z-]+$/)
    .optional(),
  actor: z.string().trim().min(1).max(wordsLength).optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

/** Newest first. */
export const AuditPage = z.object({
  events: z.array(AuditEventView),
  nextCursor: z.string().nullable(),
});
export type AuditPage = z.infer<typeof AuditPage>;
