import { z } from 'zod';
import { LocalizedText, localizedUpTo } from './locale.ts';
import { partLimits, sessionTitleLength } from './limits.ts';
import { SchemeRef } from './scheme.ts';
import { DimensionCode, Id, Instant, LevelCode, PartKind, RoleCode, WindowState } from './vocabulary.ts';

/** `mock` sessions are practice: nothing is decided on them. */
export const SessionPurpose = z.enum(['exam', 'mock']);
export type SessionPurpose = z.infer<typeof SessionPurpose>;

/** Something to be examined: a blueprint, lab or rubric by its id, with its weight within the dimension. */
export const SessionPartInput = z.strictObject({
  dimension: DimensionCode,
  kind: PartKind,
  contentId: z.string().min(1).max(200),
  weight: z.number().int().min(1).max(partLimits.weight).default(1),
  /** A date of its own, up to a year after the session; else the part closes with the session. */
  closesAt: Instant.nullable().default(null),
});
export type SessionPartInput = z.infer<typeof SessionPartInput>;

/** Where parts examine what an earlier one does: that it would count twice is what weights are for. */
const repeated = (parts: readonly Pick<SessionPartInput, 'kind' | 'contentId'>[]): number[] =>
  parts.flatMap(({ kind, contentId }, at) =>
    parts.slice(0, at).some((one) => one.kind === kind && one.contentId === contentId) ? [at] : [],
  );

/** A window to be scheduled. Without `parts` it examines the newest blueprint, lab and rubric of role and level. */
export const ExamSessionInput = z
  .strictObject({
    title: localizedUpTo(sessionTitleLength),
    role: RoleCode,
    level: LevelCode,
    opensAt: Instant,
    closesAt: Instant,
    parts: z.array(SessionPartInput).min(1).max(partLimits.count).optional(),
  })
  .refine(({ opensAt, closesAt }) => Date.parse(closesAt) > Date.parse(opensAt), {
    path: ['closesAt'],
    message: 'must be later than opensAt',
  })
  .refine(
    ({ opensAt, closesAt, parts = [] }) =>
      parts.every(({ closesAt: own }) => {
        const at = own === null ? Date.parse(closesAt) : Date.parse(own);
        return Date.parse(opensAt) < at && at <= Date.parse(closesAt) + partLimits.closesAfterMs;
      }),
    {
      path: ['parts'],
      message: 'a date of its own must be later than opensAt, and within a year of closesAt',
    },
  )
  .superRefine(({ parts = [] }, context) => {
    for (const at of repeated(parts))
      context.addIssue({
        code: 'custom',
        path: ['parts', at, 'contentId'],
        message: 'the session examines this already',
      });
  });
export type ExamSessionInput = z.infer<typeof ExamSessionInput>;

export const SessionPartView = z.object({
  id: Id,
  position: z.number().int().positive(),
  dimension: DimensionCode,
  kind: PartKind,
  contentId: z.string(),
  weight: z.number().int().positive(),
  durationSec: z.number().int().nullable(),
  /** Of a form; else null. */
  itemCount: z.number().int().nullable(),
  closesAt: Instant.nullable(),
});
export type SessionPartView = z.infer<typeof SessionPartView>;

export const ExamSessionView = z.object({
  id: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  purpose: SessionPurpose,
  opensAt: Instant,
  closesAt: Instant,
  window: WindowState,
  scheme: SchemeRef,
  parts: z.array(SessionPartView),
  enrolledCount: z.number().int(),
});
export type ExamSessionView = z.infer<typeof ExamSessionView>;
