import type { Rubric } from '@ennead/contracts';
import { portfolios, Review, transition, type Portfolio, type PortfolioVersion } from '@ennead/persistence';
import type { Scores } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { IsNull, type EntityManager } from 'typeorm';
import { recomputePortfolioScore } from './recompute-portfolio-score.ts';

export type MarkedPortfolio = {
  readonly portfolio: Portfolio;
  readonly version: PortfolioVersion;
  readonly rubric: { readonly hash: string; readonly body: Rubric };
};

/**
 * Moves a portfolio on by the reviews that are in: scores it, or says that a moderator is needed. Entry and portfolio are
 * locked by the caller's transaction, so of two reviews submitted at once the later one sees both.
 */
export const settlePortfolio = async (
  manager: EntityManager,
  marked: MarkedPortfolio,
  scores: Scores,
): Promise<void> => {
  const { portfolio, version, rubric } = marked;
  const reviews = await manager.findBy(Review, { portfolioVersionId: version.id, endedAt: IsNull() });
  const settlement = recomputePortfolioScore(reviews, rubric.body);
  if (settlement.kind === 'waiting') return;
  const submitted = reviews.filter(({ submittedAt }) => submittedAt !== null);
  const reviewIds = submitted.map(({ id }) => id);
  const { reviewCents, differenceCents } = settlement;
  const detail = { reviewIds, reviewCents, differenceCents, allowedCents: rubric.body.disagreementCents };
  if (settlement.kind === 'needs-moderator') {
    await transition(manager, portfolios, portfolio.id, { event: 'differ', actorId: null, detail });
    return;
  }
  const { by, scoreCents } = settlement;
  await transition(manager, portfolios, portfolio.id, {
    event: by === 'agreement' ? 'agree' : 'adjudicate',
    actorId: null,
    set: { scoredAt: sql`clock()` },
    detail: { ...detail, by, scoreCents },
  });
  await scores.recordPortfolio(manager, { ...marked, reviews: submitted, settlement });
};
