import { portfolioLifecycle, Refusal } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { portfolios, Review, reviews, transition, vouched, type Portfolio } from '@ennead/persistence';
import { takeOutPart } from '@ennead/scoring';
import sql from 'sql-template-tag';
import { IsNull, type EntityManager } from 'typeorm';

export type SettingAside = {
  readonly review: Review;
  readonly portfolio: Portfolio;
  readonly actorId: string;
  readonly reason: string;
};

/**
 * Lets submitted marks count no more. The portfolio goes back to where they are missing, its score counts no more, and somebody else marks.
 * Whatever settled a difference of these marks falls with them: whoever settled it saw them. Entry, portfolio and review are locked by
 * the caller's transaction, and the entry waits for its decision.
 *
 * @throws Refusal MARKS_ANSWERED for marks that are set aside already
 */
export const setAside = async (
  manager: EntityManager,
  { review, portfolio, actorId, reason }: SettingAside,
): Promise<void> => {
  const { entryId, sessionPartId } = portfolio;
  const act = { actorId, entryId };
  const end = { endedAt: sql`clock()`, endedFor: 'set-aside' as const, endedReason: reason };
  const guards = { 'no-conflict': vouched, undecided: vouched };
  const detail = { kind: review.kind, reason };
  const ended = await transition(manager, reviews, review.id, {
    event: 'set-aside',
    ...act,
    guards,
    set: end,
    detail,
  });
  if (!ended) throw new Refusal('MARKS_ANSWERED');
  if (review.kind === 'review') {
    const settling = await manager.findBy(Review, {
      portfolioVersionId: review.portfolioVersionId,
      kind: 'adjudication',
      endedAt: IsNull(),
    });
    for (const { id, submittedAt } of settling) {
      const follows = { ...act, set: end, detail: { kind: 'adjudication', with: review.id } };
      if (submittedAt) await transition(manager, reviews, id, { event: 'set-aside', guards, ...follows });
      else await transition(manager, reviews, id, { event: 'return', ...follows });
    }
  }
  await takeOutPart(manager, { entryId, sessionPartId, actorId, reviewId: review.id });
  const event = review.kind === 'review' ? 'mark-anew' : 'settle-anew';
  // While marks are missing anyway it is where it has to be.
  if (!sourcesOf(portfolioLifecycle, event).includes(portfolio.state)) return;
  await transition(manager, portfolios, portfolio.id, {
    event,
    actorId,
    set: { scoredAt: null },
    detail: { reviewId: review.id },
  });
};
