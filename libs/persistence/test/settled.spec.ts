import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '@ennead/testing/database';
import type { DataSource } from 'typeorm';
import { makeDataSource } from '../src/data-source.ts';
import { grants, processRoles, type ProcessRole } from '../src/grants.ts';
import { aDatabase } from './a-database.ts';
import { aPublication } from './a-publication.ts';
import { pin } from './pin.ts';

let database: TestDatabase;
let owner: DataSource;
let as: Record<ProcessRole, DataSource>;
beforeAll(async () => {
  database = await aDatabase();
  const publication = await aPublication();
  await database.publish(publication);
  owner = await makeDataSource(database.ownerUrl, 1).initialize();
  await pin(owner, publication);
  as = {
    app: await makeDataSource(database.appUrl, 1).initialize(),
    runner: await makeDataSource(database.runnerUrl, 1).initialize(),
    worker: await makeDataSource(database.workerUrl, 1).initialize(),
    publisher: await makeDataSource(database.publisherUrl, 1).initialize(),
  };
});
afterAll(async () => {
  for (const connection of [owner, ...Object.values(as)]) await connection.destroy();
  await database.drop();
});

/** The columns that a right names: none where it is not given, all where it names none. */
const columnsOf = (rights: string, right: string): readonly string[] | 'all' => {
  const found = new RegExp(`${right}(?: \\(([^)]*)\\))?`).exec(rights);
  if (!found) return [];
  return found[1] === undefined ? 'all' : found[1].split(', ');
};

describe('the columns that a process may change', () => {
  it.each(processRoles)('are those of the table of grants for %s, one by one', async (role) => {
    const columns: { table: string; column: string; may: boolean }[] = await as[role].query(
      `SELECT relname AS "table", attname AS "column", has_column_privilege(attrelid, attnum, 'UPDATE') AS may
       FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v') AND attnum > 0 AND NOT attisdropped`,
    );
    const wrong = columns.filter(({ table, column, may }) => {
      const given = columnsOf(grants[table]?.[role] ?? '', 'UPDATE');
      return may !== (given === 'all' || given.includes(column));
    });
    expect(wrong).toEqual([]);
  });
});

/** What was settled when it was made, for as long as anybody's result hangs on it. */
const settled: Readonly<Record<string, readonly string[]>> = {
  exam_session: ['scheme_hash', 'standard_hash', 'role', 'level', 'purpose'],
  session_part: ['content_hash', 'weight', 'dimension', 'duration_sec'],
  cohort: ['institution_id', 'exam_session_id'],
  enrolment: ['candidate_id', 'role', 'level'],
  entry: ['enrolment_id', 'exam_session_id', 'number', 'entered_by'],
  attempt: ['form_id', 'layout', 'started_at'],
  response: ['attempt_id', 'item_id'],
  portfolio: ['entry_id', 'session_part_id'],
  artefact: ['sha256', 'url'],
  claim: ['text'],
  review: ['reviewer_id', 'rubric_hash', 'kind'],
  person: ['created_at'],
  invitation: ['person_id', 'expires_at'],
};

describe.each(Object.entries(settled))('%s', (table, columns) => {
  it.each(columns)('keeps its %s, whoever asks', async (column) => {
    for (const role of processRoles)
      await expect(as[role].query(`UPDATE ${table} SET ${column} = ${column}`)).rejects.toThrow(
        /permission denied/,
      );
  });
});

describe('a snapshot', () => {
  it('that a verdict names stays, and the verdict names one of its own lab', async () => {
    const sessions: { id: string }[] = await owner.query(
      `WITH part AS (SELECT part.id, part.content_hash, exam_session_id FROM session_part part),
         person AS (INSERT INTO person (email, name, locale, roles) VALUES ('a@example.org', 'Ada', 'en', '{candidate}')
           RETURNING id),
         enrolment AS (INSERT INTO enrolment (candidate_id, role, level, state)
           SELECT id, '-', '-', 'active' FROM person RETURNING id),
         entry AS (INSERT INTO entry (enrolment_id, exam_session_id, number, cause, state)
           SELECT enrolment.id, exam_session_id, 1, 'first', 'entered' FROM enrolment, part RETURNING id)
       INSERT INTO lab_session (entry_id, session_part_id, number, lab_id, lab_version, lab_hash, state, started_at,
         deadline_at)
       SELECT entry.id, part.id, number, '-', 1, content_hash, 'graded', clock(), clock()
       FROM entry, part, generate_series(1, 2) number RETURNING id`,
    );
    const [one, other] = sessions.map(({ id }) => id);
    const [snapshot]: { id: string }[] = await as.runner.query(
      `INSERT INTO lab_snapshot (lab_session_id, sequence, cause, tree_hash, tree) VALUES ($1, 1, 'hand-in', '-', '[]')
       RETURNING id`,
      [one],
    );
    const judge = (session: string | undefined) =>
      as.runner.query(
        `INSERT INTO verdict (lab_session_id, snapshot_id, tree_hash, plan_hash, secrets_hash, fence, checks,
           score_cents, signature, graded_at)
         SELECT $1, $2, '-', lab_hash, lab_hash, 1, '[]', 0, '-', clock() FROM lab_session WHERE id = $1`,
        [session, snapshot!.id],
      );
    await expect(judge(other)).rejects.toThrow(/foreign key/);
    await judge(one);
    await expect(as.runner.query('DELETE FROM lab_snapshot')).rejects.toThrow(/foreign key/);
  });
});
