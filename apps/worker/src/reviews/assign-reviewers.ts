import { portfolioLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import {
  create,
  vouched,
  Portfolio,
  portfolios,
  PortfolioVersion,
  Review,
  reviews,
  SessionPart,
  transition,
} from '@ennead/persistence';
import { IsNull, type EntityManager } from 'typeorm';
import { chooseReviewers } from './choose-reviewers.ts';
import { findReviewers } from './find-reviewers.ts';

/** Locks a portfolio, so that whatever moves it on does so one after another. */
const lockPortfolio = (manager: EntityManager, id: string): Promise<Portfolio> =>
  manager.findOneOrFail(Portfolio, { where: { id }, lock: { mode: 'pessimistic_write' } });

/**
 * Gives a submitted portfolio to two assessors, and one that an assessor gave back to another. Run in a transaction; doing it again
 * changes nothing.
 *
 * @returns whether it is assigned now; false as long as too few assessors are free of conflict
 */
export const assignReviewers = async (manager: EntityManager, portfolioId: string): Promise<boolean> => {
  const portfolio = await lockPortfolio(manager, portfolioId);
  const isNew = waitsForReviewers(portfolio);
  if (!isNew && !isUnderReview(portfolio)) return true;
  const lacking = 2 - (await countReviews(manager, portfolioId, 'review'));
  if (lacking <= 0) return true;
  const pool = await findReviewers(manager, 'assessor', portfolioId);
  const chosen = chooseReviewers(pool, 'portfolio.review', lacking);
  if (!chosen) return false;
  await assign(manager, portfolio, 'review', chosen);
  if (!isNew) return true;
  await transition(manager, portfolios, portfolioId, {
    event: 'assign',
    actorId: null,
    guards: { 'no-conflict': vouched },
    detail: { reviewerIds: chosen },
  });
  return true;
};

/**
 * Gives a disputed portfolio to a moderator, who has not reviewed it. Run in a transaction; doing it again changes nothing.
 *
 * @returns whether it is assigned now
 */
export const assignModerator = async (manager: EntityManager, portfolioId: string): Promise<boolean> => {
  const portfolio = await lockPortfolio(manager, portfolioId);
  if (!waitsForModerator(portfolio)) return true;
  if ((await countReviews(manager, portfolioId, 'adjudication')) > 0) return true;
  const pool = await findReviewers(manager, 'moderator', portfolioId);
  const chosen = chooseReviewers(pool, 'portfolio.adjudicate', 1);
  if (!chosen) return false;
  await assign(manager, portfolio, 'adjudication', chosen);
  return true;
};

const findNewestVersion = (manager: EntityManager, portfolioId: string): Promise<PortfolioVersion> =>
  manager.findOneOrFail(PortfolioVersion, { where: { portfolioId }, order: { number: 'DESC' } });

/** Those that were not handed back. */
const countReviews = async (
  manager: EntityManager,
  portfolioId: string,
  kind: Review['kind'],
): Promise<number> => {
  const { id: portfolioVersionId } = await findNewestVersion(manager, portfolioId);
  return manager.countBy(Review, { portfolioVersionId, kind, endedAt: IsNull() });
};

const assign = async (
  manager: EntityManager,
  portfolio: Portfolio,
  kind: Review['kind'],
  reviewerIds: readonly string[],
): Promise<void> => {
  const version = await findNewestVersion(manager, portfolio.id);
  const { contentId, contentHash } = await manager.findOneByOrFail(SessionPart, {
    id: portfolio.sessionPartId,
  });
  for (const reviewerId of reviewerIds) {
    const made = await create(manager, reviews, {
      event: 'assign',
      actorId: null,
      entryId: portfolio.entryId,
      guards: { 'no-conflict': vouched },
      values: {
        portfolioVersionId: version.id,
        reviewerId,
        kind,
        rubricId: contentId,
        rubricHash: contentHash,
      },
      detail: { kind, reviewerId, rubricId: contentId, rubricHash: contentHash },
    });
    if (!made) throw new Error(`${reviewerId} has had version ${version.id} already.`);
  }
};

const waitsForReviewers = ({ state }: Portfolio): boolean =>
  sourcesOf(portfolioLifecycle, 'assign').includes(state);
const isUnderReview = ({ state }: Portfolio): boolean =>
  sourcesOf(portfolioLifecycle, 'agree').includes(state);
const waitsForModerator = ({ state }: Portfolio): boolean =>
  sourcesOf(portfolioLifecycle, 'adjudicate').includes(state);
