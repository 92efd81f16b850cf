import type { ConflictKind, EntryState, LevelCode, ReviewKind, RoleCode } from '@ennead/contracts';
import { tiedAtMarking, type LateTie, type Lifted } from '@ennead/domain';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { readBars } from './read-bars.ts';

/** Marks that count and whose author was tied to the candidate by what nobody could know of when they were made. */
export type TaintedMarks = {
  readonly reviewId: string;
  readonly kind: ReviewKind;
  readonly reviewerName: string;
  readonly submittedAt: Date;
  readonly entryId: string;
  readonly number: number;
  readonly role: RoleCode;
  readonly level: LevelCode;
  readonly state: EntryState;
  readonly ties: readonly LateTie[];
};

type Row = Omit<TaintedMarks, 'ties'> & {
  assignedAt: Date;
  found: { tie: ConflictKind; fromAt: string | null; untilAt: string | null; knownAt: string }[];
  answered: { ties: ConflictKind[]; answeredAt: string }[];
  lifted: Lifted[];
};

/** Exceptions that held for the author when they submitted, for the case, its session or its cell. */
const lifted = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('act', own.act, 'tie', tie)), '[]')
  FROM bar_exception own CROSS JOIN LATERAL unnest(own.ties) tie
  WHERE own.person_id = review.reviewer_id AND own.answered_at <= review.submitted_at AND own.until_at > review.submitted_at
    AND (own.entry_id = entry.id OR own.exam_session_id = entry.exam_session_id
      OR own.role = enrolment.role AND own.level = enrolment.level))`;

/**
 * Submitted marks that count although a tie barred their author from making them: one that held when they had the script, and that came to
 * be known only after they were in. What was answered for is not told again, until another tie comes to light.
 *
 * @param among which of them, over a row of `review` and its `entry`
 */
export const findTaintedMarks = async (manager: EntityManager, among: Sql): Promise<TaintedMarks[]> => {
  const { rules, timeZone } = await readBars(manager);
  const { text, values } = sql`SELECT review.id AS "reviewId", review.kind, reviewer.name AS "reviewerName",
      review.assigned_at AS "assignedAt", review.submitted_at AS "submittedAt", entry.id AS "entryId", entry.number,
      entry.state, enrolment.role, enrolment.level,
      jsonb_agg(jsonb_build_object('tie', tie.relation, 'fromAt', tie.from_at, 'untilAt', tie.until_at,
        'knownAt', tie.known_at)) AS found,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('ties', said.ties, 'answeredAt', said.answered_at)), '[]')
        FROM marks_answer said WHERE said.review_id = review.id) AS answered,
      ${lifted} AS lifted
    FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
    JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry ON entry.id = portfolio.entry_id
    JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person reviewer ON reviewer.id = review.reviewer_id
    JOIN person_relation tie ON tie.subject = 'review' AND tie.subject_id = review.id AND tie.person_id = review.reviewer_id
    WHERE review.submitted_at IS NOT NULL AND review.ended_at IS NULL AND tie.known_at > review.submitted_at
      -- So that the planner leaves out every branch of the view in which nothing comes to light later.
      AND tie.known_at IS NOT NULL AND ${among}
    GROUP BY review.id, reviewer.id, entry.id, enrolment.id ORDER BY min(tie.known_at), review.id`;
  const rows: Row[] = await manager.query(text, values);
  return rows.flatMap(({ found, answered, lifted: passed, assignedAt, ...row }) => {
    const marks = {
      kind: row.kind,
      assignedAt,
      submittedAt: row.submittedAt,
      answered: answered.map(({ ties, answeredAt }) => ({ ties, answeredAt: new Date(answeredAt) })),
    };
    const known = found.map(({ tie, fromAt, untilAt, knownAt }) => ({
      relation: tie,
      fromAt: fromAt === null ? null : new Date(fromAt),
      untilAt: untilAt === null ? null : new Date(untilAt),
      knownAt: new Date(knownAt),
    }));
    const ties = tiedAtMarking(known, marks, rules, timeZone, passed);
    return ties.length > 0 ? [{ ...row, ties }] : [];
  });
};
