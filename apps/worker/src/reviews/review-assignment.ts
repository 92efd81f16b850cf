import { eventName, portfolioLifecycle, reviewLifecycle } from '@ennead/contracts';
import { lacksReviewers, PortfolioVersion, Review } from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { forEach } from '../duties/for-each.ts';
import { transact } from '../transact.ts';
import type { Handler } from '../events/handler.ts';
import { assignModerator, assignReviewers } from './assign-reviewers.ts';

/** Gives a portfolio to two assessors when it is submitted, where there are two who may. */
export const reviewerAssignment: Handler<'reviewer-assignment'> = {
  name: 'reviewer-assignment',
  on: [eventName(portfolioLifecycle, 'submit')],
  handle: async (manager, { subjectId }) => void (await assignReviewers(manager, subjectId)),
};

/** What is given back, or whose marks are set aside, goes to somebody else at once, where there is anybody. */
export const reviewReassignment: Handler<'review-reassignment'> = {
  name: 'review-reassignment',
  on: (['hand-back', 'return', 'set-aside'] as const).map((event) => eventName(reviewLifecycle, event)),
  handle: async (manager, { subjectId }) => {
    const review = await manager.findOneByOrFail(Review, { id: subjectId });
    const { portfolioId } = await manager.findOneByOrFail(PortfolioVersion, {
      id: review.portfolioVersionId,
    });
    if (await assignReviewers(manager, portfolioId)) await assignModerator(manager, portfolioId);
  },
};

/** Gives a portfolio to a moderator when its assessors differ, where there is one who may. */
export const moderatorAssignment: Handler<'moderator-assignment'> = {
  name: 'moderator-assignment',
  on: [eventName(portfolioLifecycle, 'differ')],
  handle: async (manager, { subjectId }) => void (await assignModerator(manager, subjectId)),
};

/**
 * Assigns what could not be when it came, because too few people were there who may, and what was given back: oldest first.
 *
 * @returns how many found their reviewers now
 * @throws AggregateError as `forEach` does
 */
export const assignWaiting = async (db: DataSource): Promise<number> => {
  const waiting: { id: string }[] = await db.query(
    `SELECT id FROM portfolio WHERE ${lacksReviewers} ORDER BY submitted_at`,
  );
  const ids = waiting.map(({ id }) => id);
  return forEach(ids, (id) =>
    transact(
      db,
      async (manager) => (await assignReviewers(manager, id)) && (await assignModerator(manager, id)),
    ),
  );
};
