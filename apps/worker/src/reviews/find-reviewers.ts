import { reviewLifecycle, type PersonRole } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { stateList, type Portfolio } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Conflicts, Reviewer } from './choose-reviewers.ts';

const open = stateList(reviewLifecycle, ...sourcesOf(reviewLifecycle, 'submit'));

/** Everybody of a role who is not disabled, with the reviews they have. */
export const findReviewers = (manager: EntityManager, role: PersonRole): Promise<Reviewer[]> =>
  manager.query(
    `SELECT person.id, person.institution_id AS "institutionId",
       count(review.id) FILTER (WHERE review.state IN (${open}))::int AS "openCount",
       count(review.id)::int AS "totalCount"
     FROM person LEFT JOIN review ON review.reviewer_id = person.id
     WHERE $1 = ANY (person.roles) AND person.disabled_at IS NULL
     GROUP BY person.id`,
    [role],
  );

/** Who stands too near to a portfolio's candidate to review it: by this entry, or by another for the same certification. */
export const findConflicts = async (manager: EntityManager, portfolio: Portfolio): Promise<Conflicts> => {
  const [found] = (await manager.query(
    `SELECT enrolment.candidate_id AS "candidateId",
       ARRAY(SELECT unnest(cohort.trainer_ids) FROM entry tried JOIN cohort ON cohort.id = tried.cohort_id
         WHERE tried.enrolment_id = enrolment.id) AS "trainerIds",
       array_remove(ARRAY[person.institution_id] || ARRAY(
         SELECT cohort.institution_id FROM entry tried JOIN cohort ON cohort.id = tried.cohort_id
         WHERE tried.enrolment_id = enrolment.id), NULL) AS "institutionIds",
       ARRAY(
         SELECT review.reviewer_id FROM review
         JOIN portfolio_version version ON version.id = review.portfolio_version_id
         WHERE version.portfolio_id = $2) AS "reviewerIds"
     FROM entry
     JOIN enrolment ON enrolment.id = entry.enrolment_id
     JOIN person ON person.id = enrolment.candidate_id
     WHERE entry.id = $1`,
    [portfolio.entryId, portfolio.id],
  )) as [{ candidateId: string; trainerIds: string[]; institutionIds: string[]; reviewerIds: string[] }];
  return {
    personIds: [found.candidateId, ...found.trainerIds, ...found.reviewerIds],
    institutionIds: found.institutionIds,
  };
};
