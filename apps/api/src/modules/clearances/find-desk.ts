import {
  accommodationLifecycle,
  entryLifecycle,
  EntryState,
  pendingEntryStates,
  type DeskQuery,
  type DeskRow,
  type DeskWork,
  type MissingClearance,
} from '@ennead/contracts';
import { birth } from '@ennead/domain';
import { entryStateNow, stateList } from '@ennead/persistence';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords, orderOf, readPage, type PageOfIds } from '../../infrastructure/read-page.ts';
import { askedName } from './name-question.ts';

/** States of an entry of which something may still be missing. */
const open = raw(stateList(entryLifecycle, birth(entryLifecycle, 'enter'), ...pendingEntryStates));
const requested = raw(stateList(entryLifecycle, 'requested'));
const asked = raw(stateList(accommodationLifecycle, birth(accommodationLifecycle, 'ask')));
const stateNow = raw(entryStateNow);

const ofSession = raw(`entry JOIN exam_session session ON session.id = entry.exam_session_id
  JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id`);

const lacks = (kind: MissingClearance): Sql =>
  kind === 'address'
    ? sql`person.email_confirmed_at IS NULL`
    : sql`EXISTS (SELECT FROM missing_clearance missing WHERE missing.entry_id = entry.id AND missing.kind = ${kind})`;

/** The entries of a session, by name unless asked otherwise. */
export const findDeskIds = (
  manager: EntityManager,
  sessionId: string,
  { q, sort, page, size, missing, state }: DeskQuery,
): Promise<PageOfIds> => {
  const conditions = [
    sql`session.id = ${sessionId}`,
    ...(q
      ? [hasWords(sql`concat_ws(' ', person.name, person.latin_name, person.email, entry.student_number)`, q)]
      : []),
    ...(state ? [sql`${stateNow} = ${state}`] : []),
    ...(missing ? [sql`${stateNow} IN (${open}) AND ${lacks(missing)}`] : []),
  ];
  return readPage(
    manager,
    {
      fitting: sql`SELECT entry.id, person.name, person.email, entry.entered_at,
          array_position(${EntryState.options}::text[], ${stateNow}) AS place
        FROM ${ofSession} WHERE ${join(conditions, ' AND ')}`,
      order: orderOf(
        { name: sql`name COLLATE person_name`, enteredAt: sql`entered_at`, state: sql`place` },
        sort,
        sql`name COLLATE person_name, email`,
      ),
    },
    { page, size },
  );
};

type Row = Omit<DeskRow, 'enteredAt' | 'isBarred'> & { enteredAt: Date };

/** These entries, in the order of the ids. */
export const readDesk = async (
  manager: EntityManager,
  ids: readonly string[],
): Promise<Omit<DeskRow, 'isBarred'>[]> => {
  const { text, values } =
    sql`SELECT entry.id AS "entryId", person.name, person.latin_name AS "latinName", entry.student_number AS "studentNumber",
      ${raw(askedName)} AS "askedName", person.email,
      institution.name AS institution, entry.number, entry.cause, ${stateNow} AS state, entry.state_reason AS "stateReason",
      entry.entered_at AS "enteredAt", entry.first_sat_at IS NOT NULL AS "hasBegun",
      CASE WHEN ${stateNow} IN (${open}) THEN
        (CASE WHEN person.email_confirmed_at IS NULL THEN ARRAY['address'] ELSE '{}' END)
        || ARRAY(SELECT kind FROM missing_clearance missing WHERE missing.entry_id = entry.id ORDER BY position)
        ELSE '{}' END AS missing,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', newest.kind, 'at', newest.at, 'by', newest.name) ORDER BY newest.at)
        FROM (SELECT DISTINCT ON (given.kind) given.kind, given.at, given.holds,
            CASE WHEN by.id <> person.id THEN by.name END AS name
          FROM clearance given LEFT JOIN person by ON by.id = given.by WHERE given.entry_id = entry.id
          ORDER BY given.kind, given.at DESC, given.id DESC) newest WHERE newest.holds), '[]') AS given
    FROM ${ofSession} LEFT JOIN cohort ON cohort.id = entry.cohort_id
    LEFT JOIN institution ON institution.id = coalesce(cohort.institution_id, person.institution_id)
    WHERE entry.id = ANY (${ids}::uuid[])`;
  const rows: Row[] = await manager.query(text, values);
  const byId = new Map(rows.map((row) => [row.entryId, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row
      ? [
          {
            ...row,
            enteredAt: row.enteredAt.toISOString(),
            given: row.given.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
          },
        ]
      : [];
  });
};

/**
 * What is to be seen to in each of these sessions, in their order.
 *
 * @param isTheirs a condition over `entry`: whose accommodation the reader may answer, for that somebody asked is nobody else's business
 */
export const countDesks = (
  manager: EntityManager,
  sessionIds: readonly string[],
  isTheirs: Sql,
): Promise<DeskWork[]> => {
  const { text, values } = sql`SELECT chosen.id AS "sessionId",
      (SELECT count(*)::int FROM ${ofSession} WHERE session.id = chosen.id AND ${stateNow} IN (${requested})) AS "requestedCount",
      (SELECT coalesce(jsonb_object_agg(kind, count), '{}') FROM (
        SELECT lack.kind, count(*)::int FROM ${ofSession} CROSS JOIN LATERAL (
          SELECT missing.kind FROM missing_clearance missing WHERE missing.entry_id = entry.id
          UNION ALL SELECT 'address' WHERE person.email_confirmed_at IS NULL) lack
        WHERE session.id = chosen.id AND ${stateNow} IN (${open}) GROUP BY lack.kind) counts) AS "missingCounts",
      (SELECT count(*)::int FROM accommodation JOIN entry ON entry.id = accommodation.entry_id
        WHERE entry.exam_session_id = chosen.id AND accommodation.state IN (${asked}) AND ${isTheirs}) AS "accommodationCount"
    FROM unnest(${sessionIds}::uuid[]) WITH ORDINALITY AS chosen(id, place) ORDER BY chosen.place`;
  return manager.query(text, values);
};
