import {
  reviewLifecycle,
  type LevelCode,
  type ReviewKind,
  type ReviewListed,
  type ReviewQueueView,
  type ReviewEnd,
  type RoleCode,
  type TakenBackScript,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { readBars, whereMay, type Marks, type Review } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { anonymousCode } from './anonymous-code.ts';

const open = sourcesOf(reviewLifecycle, 'submit');
export const isOpen = ({ state }: Pick<Review, 'state'>): boolean => open.includes(state);

/** How many finished reviews a queue still shows. */
const doneShown = 200;

/** A review with what its reviewer may know of where the portfolio comes from. */
export type ReviewRow = Pick<
  Review,
  'id' | 'state' | 'assignedAt' | 'submittedAt' | 'scoreCents' | 'rubricId' | 'rubricHash'
> & { marks: Marks; role: RoleCode; level: LevelCode; portfolioSubmittedAt: Date };

/** One's own reviews of a kind: open ones first, oldest first; then the done ones, newest first. */
export const findReviewRows = async (
  manager: EntityManager,
  caller: Caller,
  kind: ReviewKind,
): Promise<ReviewRow[]> => {
  const { bars } = await readBars(manager);
  const { text, values } = sql`SELECT review.id, review.state, review.marks,
       review.assigned_at AS "assignedAt", review.submitted_at AS "submittedAt", review.score_cents AS "scoreCents",
       review.rubric_id AS "rubricId", review.rubric_hash AS "rubricHash",
       enrolment.role, enrolment.level, version.submitted_at AS "portfolioSubmittedAt"
     FROM review
     JOIN portfolio_version version ON version.id = review.portfolio_version_id
     JOIN portfolio ON portfolio.id = version.portfolio_id
     JOIN entry ON entry.id = portfolio.entry_id
     JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE review.reviewer_id = ${caller.id} AND review.kind = ${kind}
       AND ${whereMay(caller, 'review.mark', sql`review.id`, bars)}
     ORDER BY review.submitted_at DESC NULLS FIRST, review.assigned_at, review.id
     LIMIT ${doneShown}`;
  return manager.query(text, values);
};

/** For how many days a queue still shows what went to somebody else. */
const takenBackDays = 30;

type TakenBackRow = Pick<TakenBackScript, 'id' | 'role' | 'level' | 'reason'> & {
  endedAt: Date;
  why: ReviewEnd;
};

/** What somebody had of a kind until lately and has no more, the latest first. */
export const findTakenBack = async (
  manager: EntityManager,
  caller: Caller,
  kind: ReviewKind,
): Promise<TakenBackScript[]> => {
  const { text, values } =
    sql`SELECT review.id, enrolment.role, enrolment.level, review.ended_at AS "endedAt",
       review.ended_for AS why, review.ended_reason AS reason
     FROM review
     JOIN portfolio_version version ON version.id = review.portfolio_version_id
     JOIN portfolio ON portfolio.id = version.portfolio_id
     JOIN entry ON entry.id = portfolio.entry_id
     JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE review.reviewer_id = ${caller.id} AND review.kind = ${kind}
       AND review.ended_at > clock() - make_interval(days => ${takenBackDays})
     ORDER BY review.ended_at DESC, review.id`;
  const rows: TakenBackRow[] = await manager.query(text, values);
  return rows.map(({ endedAt, why, reason, ...row }) => {
    const isTold = why !== 'conflict' && why !== 'left' && why !== 'set-aside';
    return {
      ...row,
      code: anonymousCode(row.id),
      endedAt: endedAt.toISOString(),
      why: isTold ? why : 'elsewhere',
      reason: isTold ? reason : null,
    };
  });
};

/** What every view of a review says of it: nothing about the person. */
export const viewReviewFacts = (row: Omit<ReviewRow, 'marks'>) => ({
  id: row.id,
  code: anonymousCode(row.id),
  role: row.role,
  level: row.level,
  portfolioSubmittedAt: row.portfolioSubmittedAt.toISOString(),
  state: row.state,
  assignedAt: row.assignedAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  scoreCents: row.scoreCents,
});

/** @param criterionCounts criteria by rubric hash */
export const viewQueue = (
  rows: readonly ReviewRow[],
  criterionCounts: ReadonlyMap<string, number>,
  takenBack: readonly TakenBackScript[],
  now: Date,
): ReviewQueueView => ({
  leftCount: rows.filter(isOpen).length,
  reviews: rows.map((row): ReviewListed => ({
    ...viewReviewFacts(row),
    markedCount: Object.keys(row.marks).length,
    criterionCount: criterionCounts.get(row.rubricHash) ?? 0,
  })),
  takenBack: [...takenBack],
  serverNow: now.toISOString(),
});
