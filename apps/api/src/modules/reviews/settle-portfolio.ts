import type { Rubric } from '@ennead/contracts';
import { move, portfolioMoves, type PortfolioEvent } from '@ennead/domain';
import { Portfolio, readClock, recordAudit, Review } from '@ennead/persistence';
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
  const reviewIds = reviews.filter(({ state }) => state === 'submitted').map(({ id }) => id);
  const { reviewCents, differenceCents } = settlement;
  const detail = { reviewIds, reviewCents, differenceCents, allowedCents: rubric.disagreementCents };
  if (settlement.kind === 'needs-moderator') {
    await step(manager, portfolio, 'differ', 'portfolio.disputed', {}, detail);
    await assignModerator(manager, portfolio.id);
    return;
  }
  const { by, scoreCents } = settlement;
  const event = by === 'agreement' ? 'agree' : 'adjudicate';
  const scored = { scoreCents, scoredAt: await readClock(manager) };
  await step(manager, portfolio, event, 'portfolio.scored', scored, { ...detail, by, scoreCents });
};

const step = async (
  manager: EntityManager,
  { id, state: from, entryId }: Portfolio,
  event: PortfolioEvent,
  action: string,
  columns: Partial<Pick<Portfolio, 'scoreCents' | 'scoredAt'>>,
  detail: Record<string, unknown>,
): Promise<void> => {
  const state = move(portfolioMoves, from, event);
  await manager.update(Portfolio, { id, state: from }, { ...columns, state });
  await recordAudit(manager, {
    actorId: null,
    action,
    subjectKind: 'portfolio',
    subjectId: id,
    entryId,
    detail,
  });
};
