import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { Id, Instant, LevelCode, RoleCode } from './vocabulary.ts';

const Named = z.object({ id: Id, name: z.string() });

/** A session with the registrars who look after its cases. */
export const StaffedSession = z.object({
  id: Id,
  title: LocalizedText,
  role: RoleCode,
  level: LevelCode,
  opensAt: Instant,
  closesAt: Instant,
  registrars: z.array(Named),
});
export type StaffedSession = z.infer<typeof StaffedSession>;

/** The latest sessions first, and everybody who could be assigned to one. */
export const SessionDutiesView = z.object({ sessions: z.array(StaffedSession), people: z.array(Named) });
export type SessionDutiesView = z.infer<typeof SessionDutiesView>;

/** These and nobody else from now on. */
export const RegistrarsInput = z.strictObject({
  personIds: z.array(Id).max(50),
  /** Who did when it was chosen: refused where that has changed since, unless left out. */
  seen: z.array(Id).max(1_000).optional(),
});
export type RegistrarsInput = z.infer<typeof RegistrarsInput>;
