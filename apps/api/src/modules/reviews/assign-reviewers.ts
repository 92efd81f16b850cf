import { move, portfolioMoves } from '@ennead/domain';
import { Entry, ExamSession, Portfolio, PortfolioVersion, recordAudit, Review } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { chooseReviewers } from './choose-reviewers.ts';
import { findConflicts, findReviewers } from './find-reviewers.ts';

/** Locks a portfolio, so that whatever moves it on does so one after another. */
export const lockPortfolio = (manager: EntityManager, id: string): Promise<Portfolio> =>
  manager.findOneOrFail(Portfolio, { where: { id }, lock: { mode: 'pessimistic_write' } });

/**
 * Gives a submitted portfolio to two assessors. Run in a transaction; doing it again changes nothing.
 *
 * @returns whether it is assigned now; false as long as too few assessors are free of conflict
 */
export const assignReviewers = async (manager: EntityManager, portfolioId: string): Promise<boolean> => {
  const portfolio = await lockPortfolio(manager, portfolioId);
  if (portfolio.state !== 'submitted') return true;
  const pool = await findReviewers(manager, 'assessor');
  const chosen = chooseReviewers(pool, await findConflicts(manager, portfolio), 2);
  if (!chosen) return false;
  await assign(manager, portfolio, 'review', chosen);
  const state = move(portfolioMoves, portfolio.state, 'assign');
  await manager.update(Portfolio, { id: portfolioId, state: portfolio.state }, { state });
  return true;
};

/**
 * Gives a disputed portfolio to a moderator, who has not reviewed it. Run in a transaction; doing it again changes nothing.
 *
 * @returns whether it is assigned now
 */
export const assignModerator = async (manager: EntityManager, portfolioId: string): Promise<boolean> => {
  const portfolio = await lockPortfolio(manager, portfolioId);
  if (portfolio.state !== 'adjudication') return true;
  const version = await findNewestVersion(manager, portfolioId);
  if (await manager.existsBy(Review, { portfolioVersionId: version.id, kind: 'adjudication' })) return true;
  const pool = await findReviewers(manager, 'moderator');
  const chosen = chooseReviewers(pool, await findConflicts(manager, portfolio), 1);
  if (!chosen) return false;
  await assign(manager, portfolio, 'adjudication', chosen);
  return true;
};

const findNewestVersion = (manager: EntityManager, portfolioId: string): Promise<PortfolioVersion> =>
  manager.findOneOrFail(PortfolioVersion, { where: { portfolioId }, order: { number: 'DESC' } });

const assign = async (
  manager: EntityManager,
  portfolio: Portfolio,
  kind: Review['kind'],
  reviewerIds: readonly string[],
): Promise<void> => {
  const version = await findNewestVersion(manager, portfolio.id);
  const entry = await manager.findOneByOrFail(Entry, { id: portfolio.entryId });
  const { rubricId, rubricHash } = await manager.findOneByOrFail(ExamSession, {
    id: entry.examSessionId,
  });
  for (const reviewerId of reviewerIds) {
    const review = await manager.save(
      manager.create(Review, {
        portfolioVersionId: version.id,
        reviewerId,
        kind,
        state: 'assigned',
        rubricId,
        rubricHash,
      }),
    );
    await recordAudit(manager, {
      actorId: null,
      action: `${kind}.assigned`,
      subjectKind: 'review',
      subjectId: review.id,
      entryId: entry.id,
      detail: { reviewerId, rubricId, rubricHash },
    });
  }
};
