import {
  appointmentProposalLifecycle,
  entryLifecycle,
  type NameSettling,
  type RosterRow,
  type Scheme,
} from '@ennead/contracts';
import { birth, type NextTry } from '@ennead/domain';
import { ExamSession, hasNotFallen, Person, readClock, stateList, type Cohort } from '@ennead/persistence';
import { In, type EntityManager } from 'typeorm';
import { findPlacesFor } from '../sessions/find-places-for.ts';
import { refuseShut } from '../sessions/hold-session.ts';
import { judgeTriesOf } from '../tries/judge-tries-of.ts';
import { judgeRoster, type Entered } from './judge-roster.ts';
import type { ReadRow } from './read-roster.ts';

export type Judged = {
  readonly rows: readonly RosterRow[];
  /** Those who are known, by e-mail address. */
  readonly people: ReadonlyMap<string, Person>;
  readonly session: ExamSession;
  readonly nextTries: ReadonlyMap<string, NextTry>;
  readonly entered: ReadonlyMap<string, Entered>;
};

type Settled = Readonly<Record<string, NameSettling>>;

/**
 * Judges rows by what is known at this moment.
 *
 * @param scheme in force now
 * @throws Refusal SESSION_CANCELLED, SESSION_NOT_OPEN_FOR_ENTRY: nobody could sit it; SESSION_NOT_FOR_YOU
 */
export const judgeAgainst = async (
  manager: EntityManager,
  cohort: Cohort,
  rows: readonly ReadRow[],
  { scheme, settled }: { readonly scheme: Scheme; readonly settled: Settled },
): Promise<Judged> => {
  const known = await manager.findBy(Person, { email: In(rows.map(({ email }) => email)) });
  const people = new Map(known.map((person) => [person.email, person]));
  const ids = known.map(({ id }) => id);
  const session = await manager.findOneByOrFail(ExamSession, { id: cohort.examSessionId });
  const now = await readClock(manager);
  refuseShut(session, now);
  const placesLeft = await findPlacesFor(manager, session.id, cohort.institutionId);
  const asked = { place: session, scheme, now, opensAt: session.opensAt };
  const nextTries = session.purpose === 'mock' ? new Map() : await judgeTriesOf(manager, ids, asked);
  const entered = await findEntered(manager, cohort, ids);
  const judged = judgeRoster(rows, {
    institutionId: cohort.institutionId,
    people,
    entered,
    nextTries,
    placesLeft,
    numbers: await findNumbers(manager, cohort.id),
    settled,
  });
  return { rows: judged, people, session, nextTries, entered };
};

const proposed = stateList(appointmentProposalLifecycle, birth(appointmentProposalLifecycle, 'propose'));

/** Of others than its own an institution is told by which name they go once they have accepted. */
const isTold = `(person.institution_id IS NOT DISTINCT FROM $3 OR entry.state <> ${stateList(entryLifecycle, 'invited')})`;

/** Which of these people are in the session already: of others' only who came by a cohort of the institution. */
const findEntered = async (
  manager: EntityManager,
  { examSessionId, institutionId }: Cohort,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Entered>> => {
  const rows: (Entered & { id: string })[] = await manager.query(
    `SELECT person.id, entry.id AS "entryId", entry.roster_name AS "rosterName",
       CASE WHEN ${isTold} THEN person.name ELSE coalesce(entry.roster_name, person.email) END AS name,
       CASE WHEN cohort.institution_id IS DISTINCT FROM $3 OR entry.first_sat_at IS NOT NULL THEN NULL
         WHEN NOT ${isTold} THEN 'roster'
         WHEN person.password_hash IS NULL AND person.created_by_institution_id = $3 AND person.institution_id = $3
           AND person.roles <@ '{candidate}' AND NOT EXISTS (SELECT FROM appointment_proposal WHERE person_id = person.id
             AND appointment_proposal.state = ${proposed})
         THEN 'roster'
         ELSE 'registrar' END AS "renamedBy"
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN person ON person.id = enrolment.candidate_id LEFT JOIN cohort ON cohort.id = entry.cohort_id
     WHERE entry.exam_session_id = $1 AND person.id = ANY ($2::uuid[]) AND ${hasNotFallen}
       AND $3 IN (person.institution_id, cohort.institution_id)`,
    [examSessionId, personIds, institutionId],
  );
  return new Map(rows.map(({ id, ...entered }) => [id, entered]));
};

/** The student numbers of a cohort, each with the address of its holder. */
const findNumbers = async (
  manager: EntityManager,
  cohortId: string,
): Promise<ReadonlyMap<string, string>> => {
  const rows: { studentNumber: string; email: string }[] = await manager.query(
    `SELECT entry.student_number AS "studentNumber", person.email FROM entry
     JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
     WHERE entry.cohort_id = $1 AND entry.student_number IS NOT NULL AND ${hasNotFallen} AND entry.state <> 'replaced'`,
    [cohortId],
  );
  return new Map(rows.map(({ studentNumber, email }) => [studentNumber, email]));
};
