import { eventName, portfolioLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { stateList } from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { forEach } from '../duties/for-each.ts';
import { transact } from '../transact.ts';
import type { Handler } from '../events/handler.ts';
import { assignModerator, assignReviewers } from './assign-reviewers.ts';

const unassigned = stateList(portfolioLifecycle, ...sourcesOf(portfolioLifecycle, 'assign'));
const disputed = stateList(portfolioLifecycle, ...sourcesOf(portfolioLifecycle, 'adjudicate'));

/** Gives a portfolio to two assessors when it is submitted, where there are two who may. */
export const reviewerAssignment: Handler<'reviewer-assignment'> = {
  name: 'reviewer-assignment',
  on: [eventName(portfolioLifecycle, 'submit')],
  handle: async (manager, { subjectId }) => void (await assignReviewers(manager, subjectId)),
};

/** Gives a portfolio to a moderator when its assessors differ, where there is one who may. */
export const moderatorAssignment: Handler<'moderator-assignment'> = {
  name: 'moderator-assignment',
  on: [eventName(portfolioLifecycle, 'differ')],
  handle: async (manager, { subjectId }) => void (await assignModerator(manager, subjectId)),
};

/**
 * Assigns what could not be when it came, because too few people were there who may: oldest first.
 *
 * @returns how many found their reviewers now
 * @throws AggregateError as `forEach` does
 */
export const assignWaiting = async (db: DataSource): Promise<number> => {
  const waiting: { id: string }[] = await db.query(
    `SELECT portfolio.id FROM portfolio
     WHERE state IN (${unassigned}) OR (state IN (${disputed}) AND NOT EXISTS (
       SELECT FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
       WHERE version.portfolio_id = portfolio.id AND review.kind = 'adjudication'))
     ORDER BY submitted_at`,
  );
  const ids = waiting.map(({ id }) => id);
  return forEach(ids, (id) =>
    transact(
      db,
      async (manager) => (await assignReviewers(manager, id)) && (await assignModerator(manager, id)),
    ),
  );
};
