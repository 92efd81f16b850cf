/** The institutions that candidates of an enrolment come from: by the cohorts of its tries, and by where the candidate is or was. */
const houses = `CREATE VIEW candidate_house AS
  SELECT entry.enrolment_id, cohort.institution_id, NULL::timestamptz AS until_at
  FROM entry JOIN cohort ON cohort.id = entry.cohort_id
  UNION ALL
  SELECT enrolment.id, own.institution_id, own.until_at
  FROM appointment own JOIN enrolment ON enrolment.candidate_id = own.person_id
  WHERE own.role = 'candidate' AND own.institution_id IS NOT NULL`;

const marking = [
  ['review', 'assessor'],
  ['adjudication', 'moderator'],
] as const;

/** Where the candidate of an enrolment comes from, somebody manages or works, or did. LEAST passes over what has not ended. */
const staff = (tie: 'manager' | 'employee', roles: string) => `
  SELECT house.enrolment_id, staff.person_id, '${tie}', LEAST(staff.until_at, house.until_at)
  FROM appointment staff JOIN candidate_house house ON house.institution_id = staff.institution_id WHERE staff.role ${roles}`;

/** By which somebody learns whose a case is. */
const viewing = ['evidence.viewed', 'answers.viewed', 'trail.viewed']
  .map((action) => `'${action}'`)
  .join(', ');

/** What ties anybody to the candidate of an enrolment, and when it ended. */
const ties = [
  `SELECT id AS enrolment_id, candidate_id AS person_id, 'candidate' AS tie, NULL::timestamptz AS until_at FROM enrolment`,
  `SELECT own.enrolment_id, term.person_id, 'trainer', term.until_at
  FROM trainer_term term JOIN entry own ON own.cohort_id = term.cohort_id`,
  // Whoever is moved to another cohort was trained in the one before all the same.
  `SELECT own.enrolment_id, term.person_id, 'trainer', LEAST(term.until_at, stay.until_at)
  FROM trainer_term term JOIN cohort_stay stay ON stay.cohort_id = term.cohort_id JOIN entry own ON own.id = stay.entry_id
  WHERE term.from_at <= stay.until_at`,
  ...marking.map(
    ([kind, tie]) => `SELECT own.enrolment_id, review.reviewer_id, '${tie}', NULL
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry own ON own.id = portfolio.entry_id
  WHERE review.kind = '${kind}'`,
  ),
  `SELECT entry.enrolment_id, event.actor_id, 'viewer', NULL
  FROM audit_event event JOIN entry ON entry.id = event.entry_id WHERE event.action IN (${viewing})`,
  staff('manager', `= 'manager'`),
  staff('employee', `NOT IN ('candidate', 'manager')`),
  // Whoever gives a free sitting enrols nobody.
  `SELECT enrolment_id, entered_by, 'enroller', entered_at FROM entry
  WHERE cohort_id IS NOT NULL AND cause <> 'free-sitting' AND entered_by IS NOT NULL`,
  `SELECT enrolment.id, interest.person_id, interest.tie, interest.until_at
  FROM interest JOIN enrolment ON enrolment.candidate_id = interest.candidate_id`,
  `SELECT enrolment.id, interest.person_id, interest.tie, interest.until_at
  FROM interest JOIN person candidate ON candidate.email = interest.email
  JOIN enrolment ON enrolment.candidate_id = candidate.id WHERE interest.candidate_id IS NULL`,
  `SELECT house.enrolment_id, interest.person_id, interest.tie, LEAST(interest.until_at, house.until_at)
  FROM interest JOIN candidate_house house ON house.institution_id = interest.institution_id`,
];

const besidesMarking = `tie.tie NOT IN (${marking.map(([, tie]) => `'${tie}'`).join(', ')})`;

const toEntries = [
  `SELECT 'entry' AS subject, entry.id AS subject_id, tie.person_id, tie.tie AS relation, tie.until_at
  FROM enrolment_tie tie JOIN entry ON entry.enrolment_id = tie.enrolment_id`,
  `SELECT 'entry', entry.id, person.id, 'member', NULL
  FROM person JOIN cohort ON cohort.institution_id = person.institution_id JOIN entry ON entry.cohort_id = cohort.id`,
];

/** A portfolio's own reviewers, and what else ties people to its candidate. */
const toPortfolios = [
  `SELECT 'portfolio', portfolio.id, tie.person_id, tie.tie, tie.until_at
  FROM portfolio JOIN entry ON entry.id = portfolio.entry_id
  JOIN enrolment_tie tie ON tie.enrolment_id = entry.enrolment_id AND ${besidesMarking}`,
  ...marking.map(
    ([kind, tie]) => `SELECT 'portfolio', version.portfolio_id, review.reviewer_id, '${tie}', review.ended_at
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  WHERE review.kind = '${kind}'`,
  ),
];

const toCohorts = [
  `SELECT 'cohort', cohort_id, person_id, 'trainer', until_at FROM trainer_term`,
  `SELECT 'cohort', cohort.id, person.id, 'member', NULL
  FROM cohort JOIN person ON person.institution_id = cohort.institution_id`,
];

const toReviews = [
  `SELECT 'review', review.id, tie.person_id, tie.tie, tie.until_at
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry ON entry.id = portfolio.entry_id
  JOIN enrolment_tie tie ON tie.enrolment_id = entry.enrolment_id AND ${besidesMarking}`,
  ...marking.map(
    ([kind, tie]) =>
      `SELECT 'review', id, reviewer_id, '${tie}', ended_at FROM review WHERE kind = '${kind}'`,
  ),
];

/**
 * How everybody stands to everything that access depends on: one row a person, subject and relation, some of them twice, with when it
 * ended. The only place that says what makes somebody a trainer or an assessor of something; what follows from it, and for how long, is
 * the business of the policy and of the scheme. Subject and relation are literals wherever they can be, so that the planner leaves out
 * every branch that a question does not need.
 */
export const relations = [
  houses,
  `CREATE VIEW enrolment_tie AS ${ties.join('\nUNION ALL\n')}`,
  `CREATE VIEW person_relation AS ${[...toEntries, ...toPortfolios, ...toCohorts, ...toReviews].join('\nUNION ALL\n')}`,
];
