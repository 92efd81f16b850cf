import { Refusal, type Scheme } from '@ennead/contracts';
import {
  Cohort,
  entries,
  Entry,
  ExamSession,
  holdPlaces,
  isMereCandidate,
  Person,
  readClock,
  transition,
  vouched,
} from '@ennead/persistence';
import { holdInForce } from '@ennead/scoring';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { setDownEnded } from '../enrolments/enter-session.ts';
import { findEntry } from '../enrolments/find-entry.ts';
import { lockPerson } from '../identity/lock-person.ts';
import { holdSession, refuseShut } from '../sessions/hold-session.ts';
import { confirmSeat } from './confirm-seat.ts';
import { judgeDoor, refuseEntering } from './judge-door.ts';
import { judgeCause } from './judge-cause.ts';
import { lockTries } from './lock-tries.ts';

/**
 * Somebody says yes to a seat that an institution or the line kept for them: judged once more as whatever anybody enters, and confirmed
 * at once unless the session asks the body. Whoever belonged to no institution joins the one that invited them. Run in a transaction
 * that has locked nothing of theirs yet.
 *
 * @param scheme in force now
 * @throws Refusal ENTRY_NOT_INVITED; SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY, PART_CLOSED; or what stands against another try
 */
export const acceptSeat = async (manager: EntityManager, entryId: string, scheme: Scheme): Promise<Entry> => {
  await holdInForce(manager);
  const { examSessionId, enrolmentId, candidateId, cohortId } = await findEntry(manager, entryId);
  await holdSession(manager, examSessionId);
  await holdPlaces(manager, examSessionId);
  // Rosters take people before their enrolments.
  await lockPerson(manager, candidateId);
  const enrolment = await lockTries(manager, enrolmentId);
  await setDownEnded(manager, enrolmentId, candidateId, entryId);
  const now = await readClock(manager);
  const session = await manager.findOneByOrFail(ExamSession, { id: examSessionId });
  refuseShut(session, now);
  const cause = await judgeCause(manager, { session, enrolment, scheme, now });
  const door = await judgeDoor(manager, session, { enrolment, carry: [], isGiven: true }, now);
  // That it counts already is what the invitation says.
  if (door.kind === 'refused' && door.code !== 'SESSION_ENTERED_BEFORE') refuseEntering(door);
  const accepted = await transition(manager, entries, entryId, {
    event: 'accept',
    actorId: candidateId,
    guards: { 'in-time': sql`answer_by IS NULL OR answer_by > clock()`, 'may-try': vouched },
    set: { cause },
  });
  if (!accepted) throw new Refusal('ENTRY_NOT_INVITED');
  if (cohortId) await join(manager, candidateId, cohortId);
  return session.confirms ? accepted.row : confirmSeat(manager, entryId, { actorId: null });
};

/** Whoever is nothing but a candidate, and nobody's yet. */
const join = async (manager: EntityManager, personId: string, cohortId: string): Promise<void> => {
  const person = await manager.findOneByOrFail(Person, { id: personId });
  if (person.institutionId !== null || !(await isMereCandidate(manager, person))) return;
  const { institutionId } = await manager.findOneByOrFail(Cohort, { id: cohortId });
  await manager.update(Person, { id: personId }, { institutionId });
};
