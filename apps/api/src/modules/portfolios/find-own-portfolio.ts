import { portfolioLifecycle, Refusal, type PortfolioState } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { Portfolio } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { findOwnEntry, type FoundEntry } from '../enrolments/find-entry.ts';
import { findPart, refuseOutsideWindow } from '../enrolments/part-window.ts';

export type OwnPortfolio = { readonly portfolio: Portfolio; readonly entry: FoundEntry };

export const isDraft = (state: PortfolioState): boolean =>
  sourcesOf(portfolioLifecycle, 'submit').includes(state);

const belongs = async (manager: EntityManager, caller: Caller, portfolio: Portfolio | null) => {
  if (!portfolio) throw new Refusal('NOT_FOUND');
  return { portfolio, entry: await findOwnEntry(manager, caller, portfolio.entryId) };
};

/** @throws Refusal NOT_FOUND for anybody but the portfolio's candidate */
export const findOwnPortfolio = async (
  manager: EntityManager,
  caller: Caller,
  id: string,
): Promise<OwnPortfolio> => belongs(manager, caller, await manager.findOneBy(Portfolio, { id }));

/**
 * The caller's draft, locked until the transaction ends, so that changes and the submission follow one another.
 *
 * @throws Refusal NOT_FOUND for anybody but its candidate, PORTFOLIO_SUBMITTED once it is no draft, PART_CLOSED and
 *   its kin outside the part's window
 */
export const lockOwnDraft = async (
  manager: EntityManager,
  caller: Caller,
  id: string,
): Promise<OwnPortfolio> => {
  const locked = await manager.findOne(Portfolio, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const own = await belongs(manager, caller, locked);
  if (!isDraft(own.portfolio.state)) throw new Refusal('PORTFOLIO_SUBMITTED');
  refuseOutsideWindow(await findPart(manager, own.entry.id, own.portfolio.sessionPartId, 'portfolio'));
  return own;
};
