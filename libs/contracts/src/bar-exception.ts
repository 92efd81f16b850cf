import { z } from 'zod';
import { CaseAct, ConflictKind } from './impartiality.ts';
import { BarExceptionState } from './lifecycle/bar-exception.ts';
import { exceptionDays } from './limits.ts';
import { LocalizedText } from './locale.ts';
import { Reason } from './reason.ts';
import { Id, Instant, LevelCode, RoleCode } from './vocabulary.ts';

/** What an exception is asked for: one case, everybody in a session, or everybody undecided in a cell. */
export const ExceptionSubject = z.discriminatedUnion('on', [
  z.strictObject({ on: z.literal('entry'), id: Id }),
  z.strictObject({ on: z.literal('session'), id: Id }),
  z.strictObject({ on: z.literal('cell'), role: RoleCode, level: LevelCode }),
]);
export type ExceptionSubject = z.infer<typeof ExceptionSubject>;

/** For the caller, from when somebody approves it and for so many days. */
export const ExceptionInput = z.strictObject({
  act: CaseAct,
  subject: ExceptionSubject,
  reason: Reason,
  days: z.number().int().min(1).max(exceptionDays),
});
export type ExceptionInput = z.infer<typeof ExceptionInput>;

/** One that was approved, as it stands wherever a result is explained. */
export const ExceptionNote = z.object({
  id: Id,
  act: CaseAct,
  ties: z.array(ConflictKind),
  personName: z.string(),
  reason: z.string(),
  approvedBy: z.string(),
  answer: z.string(),
  fromAt: Instant,
  untilAt: Instant,
});
export type ExceptionNote = z.infer<typeof ExceptionNote>;

export const ExceptionView = z.object({
  id: Id,
  act: CaseAct,
  /** What bars; it lifts these and no other that may come to light. */
  ties: z.array(ConflictKind),
  person: z.object({ id: Id, name: z.string() }),
  candidateName: z.string().nullable(),
  sessionTitle: LocalizedText.nullable(),
  role: RoleCode,
  level: LevelCode,
  reason: z.string(),
  days: z.number().int(),
  askedAt: Instant,
  state: BarExceptionState,
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
  answer: z.string().nullable(),
  untilAt: Instant.nullable(),
  /** Whether it waits for an answer that the caller may give. */
  mayAnswer: z.boolean(),
});
export type ExceptionView = z.infer<typeof ExceptionView>;

/** Those that wait first, then the latest. */
export const ExceptionsView = z.object({ exceptions: z.array(ExceptionView) });
export type ExceptionsView = z.infer<typeof ExceptionsView>;
