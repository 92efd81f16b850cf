import {
  markingDays,
  reviewLifecycle,
  type AssignedScript,
  type HandedBackScript,
  type LevelCode,
  type ReportedProblem,
  type ReviewerLoad,
  type ReviewKind,
  type RoleCode,
  type WaitingScript,
} from '@ennead/contracts';
import { may, sourcesOf } from '@ennead/domain';
import {
  findStandings,
  heldTime,
  lackingCount,
  lackingKind,
  lacksReviewers,
  readBars,
  stateList,
  tiesAgainst,
  whereMay,
} from '@ennead/persistence';
import sql, { join, raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { anonymousCode } from '../reviews/anonymous-code.ts';

const open = stateList(reviewLifecycle, ...sourcesOf(reviewLifecycle, 'submit'));
const dayMs = 86_400_000;
/** How many scripts that were handed back the page still shows. */
const handedBackShown = 100;

const ofScript = `JOIN portfolio_version version ON version.id = review.portfolio_version_id
  JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry ON entry.id = portfolio.entry_id
  JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person reviewer ON reviewer.id = review.reviewer_id`;

type OpenRow = {
  id: string;
  kind: ReviewKind;
  role: RoleCode;
  level: LevelCode;
  reviewerId: string;
  reviewerName: string;
  assignedAt: Date;
  now: Date;
  heldMs: number;
  problem: ReportedProblem | null;
};

/** Scripts that are being marked, the oldest first; those of people whom something ties to the caller are not shown to them. */
export const findOpenScripts = async (manager: EntityManager, caller: Caller): Promise<AssignedScript[]> => {
  const { bars } = await readBars(manager);
  const { text, values } = sql`SELECT review.id, review.kind, enrolment.role, enrolment.level,
      reviewer.id AS "reviewerId", reviewer.name AS "reviewerName", review.assigned_at AS "assignedAt", clock() AS now,
      extract(epoch FROM ${raw(heldTime)})::float8 * 1000 AS "heldMs",
      (SELECT jsonb_build_object('id', id, 'problem', problem, 'reason', reason, 'reportedAt', reported_at,
        'answer', answer, 'answeredAt', answered_at) FROM script_problem
        WHERE review_id = review.id AND answered_at IS NULL) AS problem
    FROM review ${raw(ofScript)} WHERE review.state IN (${raw(open)})
      AND ${whereMay(caller, 'review.reassign', sql`review.id`, bars)}
    ORDER BY review.assigned_at, review.id`;
  const rows: OpenRow[] = await manager.query(text, values);
  return rows.map(({ id, reviewerId, reviewerName, assignedAt, now, heldMs, problem, ...row }) => {
    const ageDays = Math.floor((now.getTime() - assignedAt.getTime() - heldMs) / dayMs);
    return {
      ...row,
      reviewId: id,
      code: anonymousCode(id),
      reviewer: { id: reviewerId, name: reviewerName },
      assignedAt: assignedAt.toISOString(),
      ageDays,
      isOverdue: ageDays >= markingDays,
      problem: problem && { ...problem, reportedAt: new Date(problem.reportedAt).toISOString() },
    };
  });
};

type WaitingRow = Omit<WaitingScript, 'code' | 'submittedAt' | 'mayCount'> & {
  versionId: string;
  submittedAt: Date;
};

/** By what role and which action of the policy a script of each kind is given to somebody. */
const duty = {
  review: { role: 'assessor', asked: 'portfolio.review' },
  adjudication: { role: 'moderator', asked: 'portfolio.adjudicate' },
} as const;

/** Scripts of the caller's sessions for which there are too few people who may mark them, the oldest first. */
export const findWaitingScripts = async (
  manager: EntityManager,
  caller: Caller,
  loads: readonly Pick<ReviewerLoad, 'id' | 'kind' | 'lacks'>[],
): Promise<WaitingScript[]> => {
  const { bars } = await readBars(manager);
  const { text, values } =
    sql`SELECT portfolio.id AS "portfolioId", ${raw(lackingKind)} AS kind, (${raw(lackingCount)})::int AS "missingCount",
       enrolment.role, enrolment.level, newest.id AS "versionId", newest.submitted_at AS "submittedAt"
     FROM portfolio JOIN entry ON entry.id = portfolio.entry_id JOIN enrolment ON enrolment.id = entry.enrolment_id
     CROSS JOIN LATERAL (SELECT id, submitted_at FROM portfolio_version
       WHERE portfolio_id = portfolio.id ORDER BY number DESC LIMIT 1) newest
     WHERE ${raw(lacksReviewers)} AND ${whereMay(caller, 'case.register', sql`entry.id`, bars)}
     ORDER BY newest.submitted_at, portfolio.id`;
  const rows: WaitingRow[] = await manager.query(text, values);
  const ids = rows.map(({ portfolioId }) => portfolioId);
  const free = loads.filter(({ lacks }) => lacks === null);
  const had: { key: string }[] = await manager.query(
    `SELECT concat(version.portfolio_id, ' ', review.reviewer_id) AS key
     FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
     WHERE version.portfolio_id = ANY ($1::uuid[])`,
    [ids],
  );
  const hadIt = new Set(had.map(({ key }) => key));
  const counts = new Map<string, number>();
  for (const { id, kind } of free) {
    const { role, asked } = duty[kind];
    for (const [portfolioId, standing] of await findStandings(manager, id, 'portfolio', ids))
      if (!hadIt.has(`${portfolioId} ${id}`) && may({ roles: [role] }, asked, standing)) {
        const key = `${kind} ${portfolioId}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
  }
  return rows.map(({ versionId, submittedAt, ...row }) => ({
    ...row,
    mayCount: counts.get(`${row.kind} ${row.portfolioId}`) ?? 0,
    code: anonymousCode(versionId),
    submittedAt: submittedAt.toISOString(),
  }));
};

/**
 * Everybody who marks or settles, with what they have and what they have done. Scripts of people whom something ties to the caller are
 * not counted: where somebody has one script, the count would say whose marks to look for.
 */
export const findLoads = async (
  manager: EntityManager,
  caller: Caller,
): Promise<Omit<ReviewerLoad, 'overdueCount'>[]> => {
  const { bars, declaration } = await readBars(manager);
  const against = join([sql`false`, ...tiesAgainst({ act: 'assign' }, bars)], ' OR ');
  const since = declaration?.since ?? null;
  const { text, values } = sql`WITH hidden AS MATERIALIZED (
       SELECT tie.subject_id AS id FROM person_relation tie
       WHERE tie.subject = 'review' AND tie.person_id = ${caller.id} AND (${against}))
     SELECT person.id, person.name, part.kind, CASE WHEN NOT person.is_active THEN 'account'
         WHEN ${since}::timestamptz IS NOT NULL AND NOT EXISTS (
           SELECT FROM interest_declaration declared WHERE declared.person_id = person.id AND declared.at > ${since})
         THEN 'declaration' END AS lacks,
       count(review.id) FILTER (WHERE review.state IN (${raw(open)}))::int AS "openCount",
       count(review.submitted_at)::int AS "doneCount",
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM review.submitted_at - review.assigned_at) / 86400)
         FILTER (WHERE review.submitted_at IS NOT NULL)::float8 AS "medianDays"
     FROM person JOIN (VALUES ('review', 'assessor'), ('adjudication', 'moderator')) part (kind, role)
       ON part.role = ANY (person.roles)
     LEFT JOIN review ON review.reviewer_id = person.id AND review.kind = part.kind
       AND review.id NOT IN (SELECT id FROM hidden)
     WHERE person.disabled_at IS NULL
     GROUP BY person.id, part.kind ORDER BY part.kind DESC, person.name COLLATE person_name, person.id`;
  return manager.query(text, values);
};

type HandedBackRow = Omit<HandedBackScript, 'code' | 'endedAt'> & { endedAt: Date };

/** What was handed back or taken back, the latest first; the reasons may say whose it was, so not of people the caller is tied to. */
export const findHandedBack = async (manager: EntityManager, caller: Caller): Promise<HandedBackScript[]> => {
  const { bars } = await readBars(manager);
  const { text, values } = sql`SELECT review.id AS "reviewId", reviewer.name AS "reviewerName",
       review.ended_at AS "endedAt", review.ended_for AS why, review.ended_reason AS reason
     FROM review ${raw(ofScript)} WHERE review.ended_at IS NOT NULL
       AND ${whereMay(caller, 'review.reassign', sql`review.id`, bars)}
     ORDER BY review.ended_at DESC, review.id LIMIT ${handedBackShown}`;
  const rows: HandedBackRow[] = await manager.query(text, values);
  return rows.map(({ endedAt, ...row }) => ({
    ...row,
    code: anonymousCode(row.reviewId),
    endedAt: endedAt.toISOString(),
  }));
};
