import {
  barExceptionLifecycle,
  type ExceptionNote,
  type ExceptionView,
  type ExceptionsView,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { decisionInEffect, readBars, stateList, whereMay } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { isInCharge, isTiedToMany } from './may-answer.ts';

const waiting = sourcesOf(barExceptionLifecycle, 'approve');
const approved = stateList(barExceptionLifecycle, 'approved');
const shown = 200;

type Row = Omit<ExceptionView, 'askedAt' | 'answeredAt' | 'untilAt' | 'mayAnswer'> & {
  entryId: string | null;
  examSessionId: string | null;
  askedAt: Date;
  answeredAt: Date | null;
  untilAt: Date | null;
};

/** The caller's own, and those of people whom nothing ties to the caller where answering them would be the caller's to do. */
export const findExceptions = async (manager: EntityManager, caller: Caller): Promise<ExceptionsView> => {
  const { bars } = await readBars(manager);
  const { text, values } =
    sql`SELECT own.id, own.act, own.ties, jsonb_build_object('id', asker.id, 'name', asker.name) AS person,
      candidate.name AS "candidateName", session.title AS "sessionTitle",
      coalesce(own.role, session.role, enrolment.role) AS role, coalesce(own.level, session.level, enrolment.level) AS level,
      own.reason, own.days, own.asked_at AS "askedAt", own.state, second.name AS "answeredBy",
      own.answered_at AS "answeredAt", own.answer, own.until_at AS "untilAt",
      own.entry_id AS "entryId", own.exam_session_id AS "examSessionId"
    FROM bar_exception own JOIN person asker ON asker.id = own.person_id LEFT JOIN person second ON second.id = own.answered_by
    LEFT JOIN entry ON entry.id = own.entry_id LEFT JOIN enrolment ON enrolment.id = entry.enrolment_id
    LEFT JOIN person candidate ON candidate.id = enrolment.candidate_id
    LEFT JOIN exam_session session ON session.id = coalesce(own.exam_session_id, entry.exam_session_id)
    WHERE own.person_id = ${caller.id} OR ${isInCharge(caller)}
      OR own.entry_id IS NOT NULL AND ${whereMay(caller, 'exception.answer', sql`own.entry_id`, bars)}
    ORDER BY own.answered_at DESC NULLS FIRST, own.asked_at DESC, own.id LIMIT ${shown}`;
  const rows: Row[] = await manager.query(text, values);
  const exceptions: ExceptionView[] = [];
  for (const { entryId, examSessionId, askedAt, answeredAt, untilAt, ...row } of rows) {
    const isOwn = row.person.id === caller.id;
    if (!isOwn && !entryId && (await isTiedToMany(manager, caller, { ...row, examSessionId }))) continue;
    exceptions.push({
      ...row,
      askedAt: askedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      untilAt: untilAt?.toISOString() ?? null,
      mayAnswer: !isOwn && waiting.includes(row.state),
    });
  }
  return { exceptions };
};

/** Approved before the decision that stands, or while there is none. */
const wasBefore = `NOT EXISTS (SELECT FROM decision
  WHERE decision.entry_id = entry.id AND ${decisionInEffect} AND decision.effective_at < own.answered_at)`;

/** In force when its person did something about the case, as the trail has it. */
const wasUsed = `EXISTS (SELECT FROM audit_event event WHERE event.entry_id = entry.id AND event.actor_id = own.person_id
  AND event.at >= own.answered_at AND event.at < own.until_at)`;

const which = { case: 'true', result: wasBefore, record: wasUsed };

/**
 * Those approved that a case could rest on: of its entry, of its session, and of its cell.
 *
 * @param about whether those count that came after the decision: upon the case one may still act, its result rests on what was before; and
 *   on record are those whose person acted on it while they held
 */
export const findExceptionNotes = async (
  manager: EntityManager,
  entryId: string,
  about: keyof typeof which,
): Promise<ExceptionNote[]> => {
  const rows: (Omit<ExceptionNote, 'fromAt' | 'untilAt'> & {
    fromAt: Date;
    untilAt: Date;
  })[] = await manager.query(
    `SELECT own.id, own.act, own.ties, asker.name AS "personName", own.reason, second.name AS "approvedBy", own.answer,
       own.answered_at AS "fromAt", own.until_at AS "untilAt"
     FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN bar_exception own ON own.entry_id = entry.id OR own.exam_session_id = entry.exam_session_id
       OR own.role = enrolment.role AND own.level = enrolment.level AND own.until_at > entry.entered_at
     JOIN person asker ON asker.id = own.person_id JOIN person second ON second.id = own.answered_by
     WHERE entry.id = $1 AND own.state IN (${approved}) AND ${which[about]}
     ORDER BY own.answered_at, own.id`,
    [entryId],
  );
  return rows.map(({ fromAt, untilAt, ...row }) => ({
    ...row,
    fromAt: fromAt.toISOString(),
    untilAt: untilAt.toISOString(),
  }));
};

/** Ids of those in force upon which the decision of a certifier rests: their own, and those of whoever acted on the case while they held. */
export const findExceptionsBehind = async (
  manager: EntityManager,
  entryId: string,
  certifierId: string,
): Promise<string[]> => {
  const used = await findExceptionNotes(manager, entryId, 'record');
  const own: { id: string }[] = await manager.query(
    `SELECT own.id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN bar_exception own ON own.entry_id = entry.id OR own.exam_session_id = entry.exam_session_id
       OR own.role = enrolment.role AND own.level = enrolment.level
     WHERE entry.id = $1 AND own.person_id = $2 AND own.act = 'decide' AND own.state IN (${approved}) AND own.until_at > clock()`,
    [entryId, certifierId],
  );
  return [...new Set([...used, ...own].map(({ id }) => id))];
};
