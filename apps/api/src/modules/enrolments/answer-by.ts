import sql, { type Sql } from 'sql-template-tag';

/**
 * Until when an invitation keeps its place: so many days, and never beyond the opening of the session, or of one that has opened its end.
 *
 * @param days of the session's scheme
 */
export const answerBy = (examSessionId: string, days: number): Sql => sql`(SELECT least(
  clock() + make_interval(days => ${days}::int), CASE WHEN opens_at > clock() THEN opens_at ELSE closes_at END)
  FROM exam_session WHERE id = ${examSessionId})`;
