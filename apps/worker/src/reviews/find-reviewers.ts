import { reviewLifecycle, type PersonRole } from '@ennead/contracts';
import { sourcesOf, standingOf } from '@ennead/domain';
import { datedTies, readBars, readTies, stateList, type DatedRow } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Reviewer } from './choose-reviewers.ts';

const open = stateList(reviewLifecycle, ...sourcesOf(reviewLifecycle, 'submit'));

/**
 * Everybody of a role who has taken their account and declared their interests as often as the scheme asks, with how they stand to a
 * portfolio and the reviews they have. Who ever had it is left out: what was taken from somebody does not come back to them.
 */
export const findReviewers = async (
  manager: EntityManager,
  role: PersonRole,
  portfolioId: string,
): Promise<Reviewer[]> => {
  const { bars, declaration, now } = await readBars(manager);
  const rows: (Omit<Reviewer, 'standing'> & { ties: DatedRow[] })[] = await manager.query(
    `WITH near AS MATERIALIZED (
       SELECT person_id, ${datedTies} AS ties FROM person_relation
       WHERE subject = 'portfolio' AND subject_id = $2 GROUP BY person_id)
     SELECT person.id, person.roles, coalesce(near.ties, '[]') AS ties,
       count(review.id) FILTER (WHERE review.state IN (${open}))::int AS "openCount",
       count(review.id)::int AS "totalCount"
     FROM person LEFT JOIN review ON review.reviewer_id = person.id LEFT JOIN near ON near.person_id = person.id
     WHERE $1 = ANY (person.roles) AND person.is_active AND ($3::timestamptz IS NULL OR EXISTS (
       SELECT FROM interest_declaration declared WHERE declared.person_id = person.id AND declared.at > $3))
       AND NOT EXISTS (SELECT FROM review had JOIN portfolio_version version ON version.id = had.portfolio_version_id
         WHERE version.portfolio_id = $2 AND had.reviewer_id = person.id)
     GROUP BY person.id, near.ties`,
    [role, portfolioId, declaration?.since ?? null],
  );
  return rows.map(({ ties, ...reviewer }) => ({
    ...reviewer,
    standing: standingOf('portfolio', readTies(ties), bars, now),
  }));
};
