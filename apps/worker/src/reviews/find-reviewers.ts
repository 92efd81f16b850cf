import { reviewLifecycle, type PersonRole } from '@ennead/contracts';
import { sourcesOf, type Relation } from '@ennead/domain';
import { standingOf, stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Reviewer } from './choose-reviewers.ts';

const open = stateList(reviewLifecycle, ...sourcesOf(reviewLifecycle, 'submit'));

/** Everybody of a role who is not disabled, with how they stand to a portfolio and the reviews they have. */
export const findReviewers = async (
  manager: EntityManager,
  role: PersonRole,
  portfolioId: string,
): Promise<Reviewer[]> => {
  const rows: (Omit<Reviewer, 'standing'> & { relations: Relation[] })[] = await manager.query(
    `WITH near AS MATERIALIZED (
       SELECT person_id, array_agg(DISTINCT relation) AS relations FROM person_relation
       WHERE subject = 'portfolio' AND subject_id = $2 GROUP BY person_id)
     SELECT person.id, person.roles, coalesce(near.relations, '{}') AS relations,
       count(review.id) FILTER (WHERE review.state IN (${open}))::int AS "openCount",
       count(review.id)::int AS "totalCount"
     FROM person LEFT JOIN review ON review.reviewer_id = person.id LEFT JOIN near ON near.person_id = person.id
     WHERE $1 = ANY (person.roles) AND person.disabled_at IS NULL
     GROUP BY person.id, near.relations`,
    [role, portfolioId],
  );
  return rows.map(({ relations, ...reviewer }) => ({
    ...reviewer,
    standing: standingOf('portfolio', relations),
  }));
};
