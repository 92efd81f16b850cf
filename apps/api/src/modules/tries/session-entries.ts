import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { decisionLifecycle, Refusal, type SessionEntriesView, type SessionEntry } from '@ennead/contracts';
import type { Entry } from '@ennead/domain';
import { decisionInEffect, entryStateNow, ExamSession, stateList } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import { carriedIntoDecided, carriedIntoGrant } from './carried-into.ts';
import { findTries } from './find-tries.ts';
import { judgeExcusing, judgeInPlaceOf, judgeReplacing } from './judge-ending.ts';

type Row = Omit<SessionEntry, 'firstSatAt' | 'canExcuse' | 'canReplace'> & {
  firstSatAt: Date | null;
  enrolmentId: string;
  hasOpened: boolean;
  isCarriedIntoGrant: boolean;
  isCarriedIntoDecided: boolean;
};

/** Who is in a session, and what may be done about each entry. */
@Injectable()
export class SessionEntries {
  constructor(@InjectDataSource() private readonly db: DataSource) {}

  async list(sessionId: string): Promise<SessionEntriesView> {
    const session = await this.db.manager.findOneBy(ExamSession, { id: sessionId });
    if (!session) throw new Refusal('NOT_FOUND');
    const rows: Row[] = await this.db.query(
      `SELECT entry.id, entry.enrolment_id AS "enrolmentId", person.name AS "candidateName", person.email AS "candidateEmail", cohort.name AS "cohortName",
         entry.number, entry.cause, ${entryStateNow} AS state, entry.state_reason AS "stateReason",
         entry.first_sat_at AS "firstSatAt",
         (SELECT outcome FROM decision WHERE entry_id = entry.id AND ${decisionInEffect}) AS outcome,
         EXISTS (SELECT FROM decision WHERE entry_id = entry.id
            AND state = ${stateList(decisionLifecycle, 'proposed')}) AS "isProposed",
         session.opens_at <= clock() AS "hasOpened", ${carriedIntoGrant('entry.id')} AS "isCarriedIntoGrant",
         ${carriedIntoDecided('entry.id')} AS "isCarriedIntoDecided"
       FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
       JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
       LEFT JOIN cohort ON cohort.id = entry.cohort_id
       WHERE session.id = $1 ORDER BY person.name, person.email`,
      [sessionId],
    );
    const tries = await findTries(
      this.db.manager,
      rows.map(({ enrolmentId }) => enrolmentId),
    );
    const view = (row: Row) => viewEntry(row, tries.get(row.enrolmentId) ?? []);
    return { sessionId, title: session.title, entries: rows.map(view) };
  }
}

const viewEntry = (
  { enrolmentId: _, hasOpened, isCarriedIntoGrant, isCarriedIntoDecided, ...row }: Row,
  tries: readonly Entry[],
): SessionEntry => {
  const next = judgeInPlaceOf(tries, row.number);
  const endable = {
    ...row,
    hasBegun: row.firstSatAt !== null,
    hasOpened,
    isCarriedIntoGrant,
    isCarriedIntoDecided,
    next,
  };
  return {
    ...row,
    firstSatAt: row.firstSatAt?.toISOString() ?? null,
    canExcuse: judgeExcusing(endable) === null,
    canReplace: judgeReplacing(endable) === null,
  };
};
