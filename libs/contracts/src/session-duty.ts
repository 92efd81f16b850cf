import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { pageOf, pageQuery } from './paging.ts';
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

/** Found by a session's title or a registrar's name; the latest first unless sorted. */
export const StaffedSessionsQuery = pageQuery(['opensAt', 'closesAt']);
export type StaffedSessionsQuery = z.infer<typeof StaffedSessionsQuery>;
export const StaffedSessionsPage = pageOf(StaffedSession);
export type StaffedSessionsPage = z.infer<typeof StaffedSessionsPage>;

/** One session, and everybody who could be assigned to it. */
export const SessionDutiesView = z.object({ session: StaffedSession, people: z.array(Named) });
export type SessionDutiesView = z.infer<typeof SessionDutiesView>;

/** These and nobody else from now on. */
export const RegistrarsInput = z.strictObject({
  personIds: z.array(Id).max(50),
  /** Who did when it was chosen: refused where that has changed since. */
  seen: z.array(Id).max(1_000),
});
export type RegistrarsInput = z.infer<typeof RegistrarsInput>;
