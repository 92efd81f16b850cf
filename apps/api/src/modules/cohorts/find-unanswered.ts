import { entryLifecycle } from '@ennead/contracts';
import { sourcesOf, stateAfter } from '@ennead/domain';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';

const states = sourcesOf(entryLifecycle, 'decline');

/** Seats that were offered and that nobody has said anything to. */
export const isUnanswered = (state: string): boolean => states.some((one) => one === state);

/** The same in SQL. */
export const unanswered = stateList(entryLifecycle, ...states);
const lapsed = stateList(entryLifecycle, stateAfter(entryLifecycle, 'lapse'));

export type Unanswered = {
  readonly entryId: string;
  readonly personId: string;
  readonly studentNumber: string | null;
  /** A letter went to them within the hour. */
  readonly isTooSoon: boolean;
  /** Nobody answered in time: the place is to be had anew. */
  readonly isLapsed: boolean;
};

/** Of a cohort, in the order in which whoever holds several people takes them. Of what has lapsed only who is named. */
export const findUnanswered = (
  manager: EntityManager,
  cohortId: string,
  entryIds?: readonly string[],
): Promise<Unanswered[]> =>
  manager.query(
    `SELECT entry.id AS "entryId", person.id AS "personId", entry.student_number AS "studentNumber", entry.state = ${lapsed} AS "isLapsed",
       EXISTS (SELECT FROM message WHERE message.entry_id = entry.id
         AND message.kind IN ('invitation', 'seat-offered') AND message.queued_at > clock() - interval '1 hour') AS "isTooSoon"
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
     WHERE entry.cohort_id = $1
       AND CASE WHEN $2::uuid[] IS NULL THEN entry.state IN (${unanswered})
         ELSE entry.state IN (${unanswered}, ${lapsed}) AND entry.id = ANY ($2) END ORDER BY person.email`,
    [cohortId, entryIds ?? null],
  );
