/** An entry's candidate, whoever trained or marked them in any entry of its enrolment, and the institution of its cohort. */
const toEntries = [
  `SELECT 'entry' AS subject, entry.id AS subject_id, enrolment.candidate_id AS person_id, 'candidate' AS relation
  FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id`,
  `SELECT 'entry', entry.id, trainer.id, 'trainer'
  FROM cohort JOIN person trainer ON trainer.id = ANY (cohort.trainer_ids) JOIN entry own ON own.cohort_id = cohort.id
  JOIN entry ON entry.enrolment_id = own.enrolment_id`,
  ...[
    ['review', 'assessor'],
    ['adjudication', 'moderator'],
  ].map(
    ([kind, relation]) => `SELECT 'entry', entry.id, review.reviewer_id, '${relation}'
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry own ON own.id = portfolio.entry_id
  JOIN entry ON entry.enrolment_id = own.enrolment_id WHERE review.kind = '${kind}'`,
  ),
  `SELECT 'entry', entry.id, person.id, 'member'
  FROM person JOIN cohort ON cohort.institution_id = person.institution_id JOIN entry ON entry.cohort_id = cohort.id`,
];

/** A portfolio's own reviewers; the candidate and trainers of its entry, and the institutions of both. */
const toPortfolios = [
  `SELECT 'portfolio', portfolio.id, enrolment.candidate_id, 'candidate'
  FROM portfolio JOIN entry ON entry.id = portfolio.entry_id JOIN enrolment ON enrolment.id = entry.enrolment_id`,
  `SELECT 'portfolio', portfolio.id, trainer.id, 'trainer'
  FROM portfolio JOIN entry own ON own.id = portfolio.entry_id JOIN entry ON entry.enrolment_id = own.enrolment_id
  JOIN cohort ON cohort.id = entry.cohort_id JOIN person trainer ON trainer.id = ANY (cohort.trainer_ids)`,
  ...[
    ['review', 'assessor'],
    ['adjudication', 'moderator'],
  ].map(
    ([kind, relation]) => `SELECT 'portfolio', version.portfolio_id, review.reviewer_id, '${relation}'
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  WHERE review.kind = '${kind}'`,
  ),
  `SELECT 'portfolio', portfolio.id, person.id, 'member'
  FROM portfolio JOIN entry own ON own.id = portfolio.entry_id JOIN enrolment ON enrolment.id = own.enrolment_id
  JOIN person candidate ON candidate.id = enrolment.candidate_id
  JOIN person ON person.institution_id = candidate.institution_id`,
  `SELECT 'portfolio', portfolio.id, person.id, 'member'
  FROM portfolio JOIN entry own ON own.id = portfolio.entry_id JOIN entry ON entry.enrolment_id = own.enrolment_id
  JOIN cohort ON cohort.id = entry.cohort_id JOIN person ON person.institution_id = cohort.institution_id`,
];

const toCohorts = [
  `SELECT 'cohort', cohort.id, trainer.id, 'trainer' FROM cohort JOIN person trainer ON trainer.id = ANY (cohort.trainer_ids)`,
  `SELECT 'cohort', cohort.id, person.id, 'member'
  FROM cohort JOIN person ON person.institution_id = cohort.institution_id`,
];

const toReviews = [
  `SELECT 'review', id, reviewer_id, 'assessor' FROM review WHERE kind = 'review'`,
  `SELECT 'review', id, reviewer_id, 'moderator' FROM review WHERE kind = 'adjudication'`,
];

/**
 * How everybody stands to everything that access depends on: one row a person, subject and relation, some of them twice. The only
 * place that says what makes somebody a trainer or an assessor of something; what follows from it is the policy's business. Subject
 * and relation are literals in each branch, so that the planner leaves out every branch that a question does not need.
 */
export const relations = [
  `CREATE VIEW person_relation AS ${[...toEntries, ...toPortfolios, ...toCohorts, ...toReviews].join('\nUNION ALL\n')}`,
];
