import { entryLifecycle, fallenEntryStates } from '@ennead/contracts';
import { birth, stateAfter } from '@ennead/domain';
import type { EntityManager } from 'typeorm';
import { stateList } from './state-column.ts';

/** States of an entry that leave its place to somebody else. */
const placeless = stateList(
  entryLifecycle,
  birth(entryLifecycle, 'wait'),
  stateAfter(entryLifecycle, 'excuse'),
  stateAfter(entryLifecycle, 'replace'),
  ...fallenEntryStates,
);

const waiting = stateList(entryLifecycle, birth(entryLifecycle, 'wait'));

/** That an entry takes a place of its session, in SQL that has `entry` in scope. */
export const takesPlace = `entry.state NOT IN (${placeless})`;

/** How many places are taken of a session, in SQL that has `session` in scope. */
export const placesTaken = `(SELECT count(*)::int FROM entry WHERE entry.exam_session_id = session.id AND ${takesPlace})`;

/** How many of those by people of an institution, by their cohort or, where they have none, their own. */
export const placesTakenBy = (institutionId: string): string => `(SELECT count(*)::int FROM entry
  LEFT JOIN cohort ON cohort.id = entry.cohort_id
  JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
  WHERE entry.exam_session_id = session.id AND ${takesPlace}
    AND coalesce(cohort.institution_id, person.institution_id) = ${institutionId})`;

/** How many stand in line for a session who can be offered a place, by institution or by none; in SQL that has `session` in scope. */
const line = `(SELECT coming.institution_id, count(*)::int AS count FROM (
    SELECT coalesce(cohort.institution_id, person.institution_id) AS institution_id FROM entry
    LEFT JOIN cohort ON cohort.id = entry.cohort_id
    JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
    WHERE entry.exam_session_id = session.id AND entry.state = ${waiting} AND person.disabled_at IS NULL
      AND session.opens_at > clock()) coming GROUP BY coming.institution_id)`;

/** How many places go to those in line first: of an institution that has used up its own no more than it may still have. */
const keptForLine = `(SELECT coalesce(sum(least(line.count,
    CASE WHEN house.quota IS NOT NULL THEN greatest(house.quota - ${placesTakenBy('line.institution_id')}, 0) END)), 0)::int
  FROM ${line} line LEFT JOIN session_house house
    ON house.exam_session_id = session.id AND house.institution_id = line.institution_id)`;

const keptForLineOf = (institutionId: string): string =>
  `coalesce((SELECT line.count FROM ${line} line WHERE line.institution_id = ${institutionId}), 0)`;

const rest = (
  institutionId: string,
  taken: string,
  takenByHouse: string,
): string => `(SELECT CASE WHEN rest IS NOT NULL
    THEN greatest(rest, 0) END
  FROM (SELECT least(session.places - ${taken}, (SELECT house.quota - ${takenByHouse} FROM session_house house
     WHERE house.exam_session_id = session.id AND house.institution_id = ${institutionId})) AS rest) counted)`;

/**
 * How many places are left of a session for whoever is in line for it and comes by an institution, or by none; null: as many as come. In
 * SQL that has `session` in scope.
 *
 * @param institutionId SQL of an institution's id, or of null
 */
export const placesLeft = (institutionId: string): string =>
  rest(institutionId, placesTaken, placesTakenBy('house.institution_id'));

/**
 * The same for somebody new, who comes after everybody in line: a place that has become free is theirs, also before it is offered to them.
 *
 * @param institutionId SQL of an institution's id, or of null
 */
export const placesOpen = (institutionId: string): string =>
  rest(
    institutionId,
    `(${placesTaken} + ${keptForLine})`,
    `(${placesTakenBy('house.institution_id')} + ${keptForLineOf('house.institution_id')})`,
  );

/** Whether a session is for somebody who comes by themselves, in SQL that has `session` and that `person` in scope. */
export const isForPerson = `(CASE session.access WHEN 'open' THEN true
  WHEN 'institutions' THEN EXISTS (SELECT FROM session_house house
    WHERE house.exam_session_id = session.id AND house.institution_id = person.institution_id)
  ELSE EXISTS (SELECT FROM session_guest guest WHERE guest.exam_session_id = session.id AND guest.email = person.email)
    AND person.email_confirmed_at IS NOT NULL END)`;

/** Whether an institution may bring people to a session, in SQL that has `session` in scope. */
export const isForHouse = (institutionId: string): string => `(CASE session.access WHEN 'open' THEN true
  WHEN 'institutions' THEN EXISTS (SELECT FROM session_house house
    WHERE house.exam_session_id = session.id AND house.institution_id = ${institutionId})
  ELSE false END)`;

/**
 * Whoever takes a place of a session does so after one another, until the transaction ends. To be taken after the session and before the
 * enrolment. A session whose places nobody counts is held by nobody.
 */
export const holdPlaces = (manager: EntityManager, examSessionId: string): Promise<unknown> =>
  manager.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('places:' || session.id, 0)) FROM exam_session session
     WHERE session.id = $1 AND (session.places IS NOT NULL
       OR EXISTS (SELECT FROM session_house house WHERE house.exam_session_id = session.id AND house.quota IS NOT NULL))`,
    [examSessionId],
  );
