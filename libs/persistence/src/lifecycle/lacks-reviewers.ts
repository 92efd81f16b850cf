import { portfolioLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import type { Review } from '../entities/review.ts';
import { stateList } from './state-column.ts';

const unassigned = stateList(portfolioLifecycle, ...sourcesOf(portfolioLifecycle, 'assign'));
const underReview = stateList(portfolioLifecycle, ...sourcesOf(portfolioLifecycle, 'agree'));
const disputed = stateList(portfolioLifecycle, ...sourcesOf(portfolioLifecycle, 'adjudicate'));

/** How many reviews of a kind it has that were not handed back. */
const held = (kind: Review['kind']) => `(SELECT count(*) FROM review
  JOIN portfolio_version version ON version.id = review.portfolio_version_id
  WHERE version.portfolio_id = portfolio.id AND review.kind = '${kind}' AND review.ended_at IS NULL)`;

/** Of which kind a portfolio lacks reviewers, and how many; over a row of which `lacksReviewers` is true. */
export const lackingKind = `CASE WHEN portfolio.state IN (${disputed}) THEN 'adjudication' ELSE 'review' END`;
export const lackingCount = `CASE WHEN portfolio.state IN (${disputed})
  THEN 1 - ${held('adjudication')} ELSE 2 - ${held('review')} END`;

/** Over a row of `portfolio`: fewer people mark it than have to. */
export const lacksReviewers = `(portfolio.state IN (${unassigned})
  OR portfolio.state IN (${underReview}) AND ${held('review')} < 2
  OR portfolio.state IN (${disputed}) AND ${held('adjudication')} < 1)`;
