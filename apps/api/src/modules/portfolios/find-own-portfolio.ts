import { portfolioLifecycle, Refusal, type PortfolioState } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { Portfolio } from '@ennead/persistence';
import { lockForScoring } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findOwnEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { findPart, refuseOutsideWindow } from '../enrolments/part-window.ts';

export type OwnPortfolio = { readonly portfolio: Portfolio; readonly entry: FoundEntry };

export const isDraft = (state: PortfolioState): boolean =>
  sourcesOf(portfolioLifecycle, 'submit').includes(state);

/** @throws Refusal NOT_FOUND for anybody but the portfolio's candidate */
export const findOwnPortfolio = async (
  manager: EntityManager,
  caller: Caller,
  id: string,
): Promise<OwnPortfolio> => {
  const portfolio = await manager.findOneBy(Portfolio, { id });
  if (!portfolio) throw new Refusal('NOT_FOUND');
  return { portfolio, entry: await findOwnEntry(manager, caller, portfolio.entryId) };
};

/**
 * The caller's draft, locked until the transaction ends with its entry before it: changes and the submission follow one
 * another, and whoever ends the entry comes before them or after.
 *
 * @throws Refusal NOT_FOUND for anybody but its candidate, PORTFOLIO_SUBMITTED once it is no draft, PART_CLOSED and
 *   its kin outside the part's window
 */
export const lockOwnDraft = async (
  manager: EntityManager,
  caller: Caller,
  id: string,
): Promise<OwnPortfolio> => {
  const { entry } = await findOwnPortfolio(manager, caller, id);
  await lockForScoring(manager, entry.id);
  const portfolio = await manager.findOneOrFail(Portfolio, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (!isDraft(portfolio.state)) throw new Refusal('PORTFOLIO_SUBMITTED');
  refuseOutsideWindow(await findPart(manager, entry.id, portfolio.sessionPartId, 'portfolio'));
  return { portfolio, entry };
};
