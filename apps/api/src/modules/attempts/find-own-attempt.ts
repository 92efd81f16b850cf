import {
  Refusal,
  type AttemptState,
  type EndCause,
  type LevelCode,
  type LocalizedText,
  type RoleCode,
} from '@ennead/contracts';
import { inTime, type AttemptLayout } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandOwn } from '../../http/demand.ts';

/** An attempt with what its candidate may know of its session; times by the database's clock. */
export type OwnAttempt = {
  id: string;
  entryId: string;
  candidateId: string;
  formId: string;
  title: LocalizedText;
  role: RoleCode;
  level: LevelCode;
  layout: AttemptLayout;
  state: AttemptState;
  writer: number;
  startedAt: Date;
  deadlineAt: Date;
  submittedAt: Date | null;
  submitCause: EndCause | null;
  /** The record that counts for it; null until it is scored. */
  scoreId: string | null;
  scoreCents: number | null;
  standardHash: string;
  now: Date;
  /** Whether the deadline and its grace have passed. */
  isOver: boolean;
};

/** @throws Refusal NOT_FOUND for an attempt of somebody else as for one that does not exist. */
export const findOwnAttempt = async (
  manager: EntityManager,
  caller: Caller,
  id: string,
): Promise<OwnAttempt> => {
  const rows: OwnAttempt[] = await manager.query(
    `SELECT attempt.id, attempt.entry_id AS "entryId", enrolment.candidate_id AS "candidateId", attempt.form_id AS "formId", session.title,
       enrolment.role, enrolment.level, attempt.layout, attempt.state, attempt.writer,
       attempt.started_at AS "startedAt", attempt.deadline_at AS "deadlineAt",
       attempt.submitted_at AS "submittedAt", attempt.submit_cause AS "submitCause",
       score.id AS "scoreId", score.reported_cents AS "scoreCents",
       session.standard_hash AS "standardHash",
       clock() AS now, NOT (${inTime}) AS "isOver"
     FROM attempt
     JOIN entry ON entry.id = attempt.entry_id
     JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN exam_session session ON session.id = entry.exam_session_id
     LEFT JOIN entry_score pointer ON pointer.entry_id = entry.id AND pointer.place = attempt.session_part_id::text
     LEFT JOIN score ON score.id = pointer.score_id AND score.attempt_id = attempt.id
     WHERE attempt.id = $1`,
    [id],
  );
  const attempt = rows[0];
  if (!attempt) throw new Refusal('NOT_FOUND');
  demandOwn(caller, 'entry.sit', attempt);
  return attempt;
};
