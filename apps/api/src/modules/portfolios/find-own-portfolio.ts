import { Refusal } from '@ennead/contracts';
import { Entry, Portfolio } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';

export type OwnPortfolio = { readonly portfolio: Portfolio; readonly entry: Entry };

const belongs = async (manager: EntityManager, caller: Caller, portfolio: Portfolio | null) => {
  const entry =
    portfolio && (await manager.findOneBy(Entry, { id: portfolio.entryId, candidateId: caller.id }));
  if (!portfolio || !entry) throw new Refusal('NOT_FOUND');
  return { portfolio, entry };
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
 * @throws Refusal NOT_FOUND for anybody but its candidate, PORTFOLIO_SUBMITTED once it is no draft
 */
export const lockOwnDraft = async (
  manager: EntityManager,
  caller: Caller,
  id: string,
): Promise<OwnPortfolio> => {
  const locked = await manager.findOne(Portfolio, { where: { id }, lock: { mode: 'pessimistic_write' } });
  const own = await belongs(manager, caller, locked);
  if (own.portfolio.state !== 'draft') throw new Refusal('PORTFOLIO_SUBMITTED');
  return own;
};
