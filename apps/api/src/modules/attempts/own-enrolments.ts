import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OwnEnrolment } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { viewOwnEnrolment, type OwnEnrolmentRow } from './view-own-enrolment.ts';

/** The candidate's home in one query: every enrolment with its three parts and its result, newest first. */
const sql = `
  SELECT enrolment.id, session.title, enrolment.role, enrolment.level, cohort.name AS "cohortName",
    session.opens_at AS "opensAt", session.closes_at AS "closesAt", now() AS now, session.lab_id AS "labId",
    coalesce(form.duration_sec, 0) AS "durationSec", coalesce(jsonb_array_length(form.items), 0) AS "itemCount",
    to_jsonb(attempt) - 'layout' - 'report' AS attempt, to_jsonb(lab) AS lab, to_jsonb(portfolio) AS portfolio,
    to_jsonb(decision) - 'basis' AS decision, to_jsonb(credential) AS credential
  FROM enrolment
  JOIN exam_session session ON session.id = enrolment.exam_session_id
  LEFT JOIN form ON form.id = session.form_id
  LEFT JOIN cohort ON cohort.id = enrolment.cohort_id
  LEFT JOIN attempt ON attempt.enrolment_id = enrolment.id
  LEFT JOIN lab_session lab ON lab.enrolment_id = enrolment.id
  LEFT JOIN portfolio ON portfolio.enrolment_id = enrolment.id
  LEFT JOIN decision ON decision.enrolment_id = enrolment.id
  LEFT JOIN credential ON credential.enrolment_id = enrolment.id
  WHERE enrolment.candidate_id = $1
  ORDER BY enrolment.enrolled_at DESC, enrolment.id`;

@Injectable()
export class OwnEnrolments {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
  ) {}

  async list(caller: Caller): Promise<OwnEnrolment[]> {
    const rows: OwnEnrolmentRow[] = await this.db.query(sql, [caller.id]);
    return rows.map((row) => viewOwnEnrolment(row, this.content.labs.get(row.labId)?.lab ?? null));
  }
}
