import sql, { type Sql } from 'sql-template-tag';

/**
 * Until when an invitation keeps its place: so many days, and never beyond the opening of the session, or of one that has opened its end.
 *
 * @param days of the session's scheme
 */
export const answerBy = (examSessionId: string, days: number): Sql => sql`(SELECT least(
  clock() + make_interval(days => ${days}::int), CASE WHEN opens_at > clock() THEN opens_at ELSE closes_at END)
  FROM exam_session WHERE id = ${examSessionId})`;

/** The same for an entry that was invited before: at most twice as far as the first, so that no place is held for ever. */
export const answerAnewBy = (examSessionId: string, days: number): Sql =>
  sql`least(${answerBy(examSessionId, days)}, entry.entered_at + make_interval(days => 2 * ${days}::int))`;
