import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { OwnEntry } from '@ennead/contracts';
import type { Content } from '@ennead/content';
import { DataSource } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { CONTENT } from '../../infrastructure/content.ts';
import { viewOwnEntry, type OwnEntryRow } from './view-own-entry.ts';

/** The candidate's home in one query: every entry with its three parts and its result, newest first. */
const sql = `
  SELECT entry.id, session.title, entry.role, entry.level, cohort.name AS "cohortName",
    session.opens_at AS "opensAt", session.closes_at AS "closesAt", clock() AS now, session.lab_id AS "labId",
    coalesce(form.duration_sec, 0) AS "durationSec", coalesce(jsonb_array_length(form.items), 0) AS "itemCount",
    to_jsonb(attempt) - 'layout' - 'report' AS attempt, to_jsonb(lab) AS lab, to_jsonb(portfolio) AS portfolio,
    to_jsonb(decision) - 'basis' AS decision, to_jsonb(credential) AS credential
  FROM entry
  JOIN exam_session session ON session.id = entry.exam_session_id
  LEFT JOIN form ON form.id = session.form_id
  LEFT JOIN cohort ON cohort.id = entry.cohort_id
  LEFT JOIN attempt ON attempt.entry_id = entry.id
  LEFT JOIN lab_session lab ON lab.entry_id = entry.id
  LEFT JOIN portfolio ON portfolio.entry_id = entry.id
  LEFT JOIN decision ON decision.entry_id = entry.id
  LEFT JOIN credential ON credential.entry_id = entry.id
  WHERE entry.candidate_id = $1
  ORDER BY entry.entered_at DESC, entry.id`;

@Injectable()
export class OwnEntries {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    @Inject(CONTENT) private readonly content: Content,
  ) {}

  async list(caller: Caller): Promise<OwnEntry[]> {
    const rows: OwnEntryRow[] = await this.db.query(sql, [caller.id]);
    return rows.map((row) => viewOwnEntry(row, this.content.labs.get(row.labId)?.lab ?? null));
  }
}
