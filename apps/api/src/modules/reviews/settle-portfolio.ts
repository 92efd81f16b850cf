import type { Rubric } from '@ennead/contracts';
import { portfolios, Review, transition, type Portfolio } from '@ennead/persistence';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { assignModerator } from './assign-reviewers.ts';
import { recomputePortfolioScore } from './recompute-portfolio-score.ts';

/**
 * Moves a portfolio on by the reviews that are in: scores it, or calls a moderator. `portfolio` is locked by the
 * caller's transaction, so of two reviews submitted at once the later one sees both.
 */
export const settlePortfolio = async (
  manager: EntityManager,
  portfolio: Portfolio,
  portfolioVersionId: string,
  rubric: Rubric,
): Promise<void> => {
  const reviews = await manager.findBy(Review, { portfolioVersionId });
  const settlement = recomputePortfolioScore(reviews, rubric);
  if (settlement.kind === 'waiting') return;
  const reviewIds = reviews.filter(({ submittedAt }) => submittedAt !== null).map(({ id }) => id);
  const { reviewCents, differenceCents } = settlement;
  const detail = { reviewIds, reviewCents, differenceCents, allowedCents: rubric.disagreementCents };
  if (settlement.kind === 'needs-moderator') {
    await transition(manager, portfolios, portfolio.id, { event: 'differ', actorId: null, detail });
    await assignModerator(manager, portfolio.id);
    return;
  }
  const { by, scoreCents } = settlement;
  await transition(manager, portfolios, portfolio.id, {
    event: by === 'agreement' ? 'agree' : 'adjudicate',
    actorId: null,
    set: { scoreCents, scoredAt: sql`clock()` },
    detail: { ...detail, by, scoreCents },
  });
};
