import type { EntryCause, LevelCode, RoleCode } from '@ennead/contracts';
import { Refusal } from '@ennead/contracts';
import {
  create,
  enrolments,
  entries,
  vouched,
  isOverUnbegun,
  transition,
  type Enrolment,
  type Entry,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { lockEnrolment } from './lock-enrolment.ts';

export type NewEntry = {
  readonly actorId: string | null;
  readonly candidateId: string;
  readonly session: { readonly id: string; readonly role: RoleCode; readonly level: LevelCode };
  readonly cohortId: string | null;
  readonly cause: EntryCause;
};

/**
 * Enters a candidate into a session: one more try of the enrolment for its role and level, which is made with the
 * first. Run in a transaction; whether another try may be taken is for the caller to have judged. An absence before it
 * is set down as one.
 *
 * @throws Refusal ENTRY_OPEN while an entry of the enrolment is open
 */
export const enterSession = async (
  manager: EntityManager,
  { actorId, candidateId, session, cohortId, cause }: NewEntry,
): Promise<Entry> => {
  const enrolment = await findOrMakeEnrolment(manager, actorId, candidateId, session);
  await setDownAbsences(manager, enrolment.id, actorId);
  const entry = await create(manager, entries, {
    event: 'enter',
    actorId,
    guards: { 'may-try': vouched },
    values: {
      enrolmentId: enrolment.id,
      examSessionId: session.id,
      cohortId,
      enteredBy: actorId,
      cause,
      number: sql`(SELECT coalesce(max(number), 0) + 1 FROM entry WHERE enrolment_id = ${enrolment.id})`,
    },
    detail: { examSessionId: session.id, cause },
  });
  if (!entry) throw new Refusal('ENTRY_OPEN');
  return entry;
};

/** Under the enrolment's lock; nothing of them can begin meanwhile. */
const setDownAbsences = async (
  manager: EntityManager,
  enrolmentId: string,
  actorId: string | null,
): Promise<void> => {
  const missed: { id: string }[] = await manager.query(
    `SELECT entry.id FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
     WHERE entry.enrolment_id = $1 AND ${isOverUnbegun} ORDER BY entry.number`,
    [enrolmentId],
  );
  const guards = { 'not-begun': sql`entry.first_sat_at IS NULL`, over: vouched };
  for (const { id } of missed) await transition(manager, entries, id, { event: 'miss', actorId, guards });
};

/** The enrolment, locked: entries of one person for one role and level are made one after another. */
const findOrMakeEnrolment = async (
  manager: EntityManager,
  actorId: string | null,
  candidateId: string,
  { role, level }: NewEntry['session'],
): Promise<Enrolment> => {
  const values = { candidateId, role, level };
  const made = await create(manager, enrolments, { event: 'apply', actorId, values });
  return made ?? lockEnrolment(manager, values);
};
