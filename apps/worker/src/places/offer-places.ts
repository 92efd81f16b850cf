import { entryLifecycle, examSessionLifecycle } from '@ennead/contracts';
import { birth, sourcesOf } from '@ennead/domain';
import {
  entries,
  ExamSession,
  holdPlaces,
  placesLeft,
  stateList,
  transition,
  vouched,
  type ContentBank,
} from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import type { DataSource, EntityManager } from 'typeorm';
import { forEach } from '../duties/for-each.ts';
import { transact } from '../transact.ts';

const invited = stateList(entryLifecycle, 'invited');
const waiting = stateList(entryLifecycle, birth(entryLifecycle, 'wait'));
const held = stateList(examSessionLifecycle, ...sourcesOf(examSessionLifecycle, 'cancel'));

/** An offer or invitation that nobody answered in time. What was accepted keeps the date, so the state is asked too. */
const isOverdue = `entry.state = ${invited} AND entry.answer_by <= clock()`;

/** Whoever stands in line for a session that has not opened and has a place for them. */
const nextInLine = `FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
  JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
  LEFT JOIN cohort ON cohort.id = entry.cohort_id
  WHERE entry.state = ${waiting} AND session.state IN (${held}) AND session.opens_at > clock() AND person.disabled_at IS NULL
    AND coalesce(${placesLeft('coalesce(cohort.institution_id, person.institution_id)')}, 1) > 0`;

/**
 * Takes back places that somebody was offered or invited to and did not take in time, and offers what is free to whoever stands in line, in its order; whose
 * institution has used up its own places lets others pass. What is offered is kept for the days of the session's scheme, unless it opens
 * before.
 *
 * @returns for how many sessions something was done
 * @throws AggregateError as `forEach` does
 */
export const offerPlaces = async (db: DataSource, bank: ContentBank): Promise<number> => {
  const rows: { id: string }[] = await db.query(
    `SELECT entry.exam_session_id AS id FROM entry WHERE ${isOverdue} UNION SELECT session.id ${nextInLine} ORDER BY id`,
  );
  return forEach(
    rows.map(({ id }) => id),
    (id) =>
      transact(db, async (manager) => {
        await holdPlaces(manager, id);
        const lapsed = await lapseOverdue(manager, id);
        return (await offerFree(manager, bank, id)) + lapsed > 0;
      }),
  );
};

const lapseOverdue = async (manager: EntityManager, sessionId: string): Promise<number> => {
  const overdue: { id: string }[] = await manager.query(
    `SELECT entry.id FROM entry WHERE entry.exam_session_id = $1 AND ${isOverdue} ORDER BY entry.enrolment_id, entry.number`,
    [sessionId],
  );
  let done = 0;
  for (const { id } of overdue) {
    const guards = { over: sql`${raw(isOverdue)}` };
    if (await transition(manager, entries, id, { event: 'lapse', actorId: null, guards })) done += 1;
  }
  return done;
};

const offerFree = async (manager: EntityManager, bank: ContentBank, sessionId: string): Promise<number> => {
  for (let done = 0; ; done += 1) {
    const [next]: { id: string }[] = await manager.query(
      `SELECT entry.id ${nextInLine} AND session.id = $1 ORDER BY entry.entered_at, entry.id LIMIT 1`,
      [sessionId],
    );
    if (!next) return done;
    const { rules } = await bank.body('scheme', await findScheme(manager, sessionId), manager);
    const answerBy = sql`(SELECT least(clock() + make_interval(days => ${rules.offerDays}::int), session.opens_at)
      FROM exam_session session WHERE session.id = entry.exam_session_id)`;
    const offered = await transition(manager, entries, next.id, {
      event: 'offer',
      actorId: null,
      guards: { 'place-free': vouched },
      set: { answerBy },
    });
    // Whoever left the line meanwhile is found to have done so the next time.
    if (!offered) return done;
  }
};

const findScheme = async (manager: EntityManager, id: string): Promise<string> =>
  (await manager.findOneOrFail(ExamSession, { select: { schemeHash: true }, where: { id } })).schemeHash;
