import { entryLifecycle, fallenEntryStates } from '@ennead/contracts';
import { stateList } from '../../lifecycle/state-column.ts';
import { joinedTies } from './joined-ties.ts';
import { isOfficialAct } from './official-acts.ts';

/** Since when an entry is in its cohort, in SQL over its row: since it left the one before, if it was in another. */
const joinedAt = (entry: string) => `coalesce(
  (SELECT max(stay.until_at) FROM cohort_stay stay WHERE stay.entry_id = ${entry}.id), ${entry}.entered_at)`;

/**
 * The institutions that candidates of an enrolment come from: by the cohorts of its tries, and by where the candidate is or was. To be
 * named by one is nothing: who has not accepted does not come from there, else anybody could tie anybody.
 */
const houses = `CREATE VIEW candidate_house AS
  SELECT entry.enrolment_id, cohort.institution_id, ${joinedAt('entry')} AS from_at, NULL::timestamptz AS until_at
  FROM entry JOIN cohort ON cohort.id = entry.cohort_id
  WHERE entry.state NOT IN (${stateList(entryLifecycle, 'waiting', 'invited', ...fallenEntryStates)})
  UNION ALL
  SELECT enrolment.id, own.institution_id, own.from_at, own.until_at
  FROM appointment own JOIN enrolment ON enrolment.candidate_id = own.person_id
  WHERE own.role = 'candidate' AND own.institution_id IS NOT NULL`;

/** What each kind of review makes of somebody: to whom it is, for ever; and to the portfolio and the review itself, while they have it. */
const marking = [
  ['review', 'assessor', 'reviewer'],
  ['adjudication', 'moderator', 'adjudicator'],
] as const;

/** That it was known as it began. A literal, so that the planner passes over every branch where nothing can come to light later. */
const atOnce = 'NULL::timestamptz';

/** Where the candidate of an enrolment comes from, somebody manages or works, or did. LEAST passes over what has not ended, GREATEST over what always was. */
const staff = (tie: 'manager' | 'employee', roles: string) => `
  SELECT house.enrolment_id, staff.person_id, '${tie}', GREATEST(staff.from_at, house.from_at), LEAST(staff.until_at, house.until_at), ${atOnce}
  FROM appointment staff JOIN candidate_house house ON house.institution_id = staff.institution_id WHERE staff.role ${roles}`;

/** When somebody said that it is over, or that it was before they declared it. */
const interestEnd = `LEAST(interest.until_at, interest.ended_at)`;

/** By which somebody learns whose a case is. */
const viewing = ['evidence.viewed', 'answers.viewed', 'trail.viewed', 'result.viewed', 'accommodation.viewed']
  .map((action) => `'${action}'`)
  .join(', ');

/** Who holds a role by which cases are read by name, of everybody. */
const readingRoles = `'certifier', 'administrator'`;

/**
 * What ties anybody to the candidate of an enrolment; from when, null where it always was or nobody knows; when it ended; and when it came
 * to be known, where that may be later than it began.
 */
const ties = [
  `SELECT id AS enrolment_id, candidate_id AS person_id, 'candidate' AS tie, NULL::timestamptz AS from_at, NULL::timestamptz AS until_at,
    ${atOnce} AS known_at FROM enrolment`,
  `SELECT own.enrolment_id, term.person_id, 'trainer', GREATEST(term.from_at, ${joinedAt('own')}), term.until_at, ${atOnce}
  FROM trainer_term term JOIN entry own ON own.cohort_id = term.cohort_id`,
  // Whoever is moved to another cohort was trained in the one before all the same.
  `SELECT own.enrolment_id, term.person_id, 'trainer', GREATEST(term.from_at, own.entered_at), LEAST(term.until_at, stay.until_at), ${atOnce}
  FROM trainer_term term JOIN cohort_stay stay ON stay.cohort_id = term.cohort_id JOIN entry own ON own.id = stay.entry_id
  WHERE term.from_at <= stay.until_at`,
  ...marking.map(
    ([
      kind,
      tie,
    ]) => `SELECT own.enrolment_id, review.reviewer_id, '${tie}', review.assigned_at, NULL, ${atOnce}
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry own ON own.id = portfolio.entry_id
  WHERE review.kind = '${kind}'`,
  ),
  `SELECT entry.enrolment_id, event.actor_id, 'viewer', event.at, NULL, ${atOnce}
  FROM audit_event event JOIN entry ON entry.id = event.entry_id WHERE event.action IN (${viewing})`,
  // Whoever could have read whose a script is must not mark it, whether or not they did: a list shows a name to whoever passes by.
  `SELECT enrolment.id, own.person_id, 'reader', GREATEST(own.from_at, enrolment.enrolled_at), own.until_at, ${atOnce} FROM appointment own
  JOIN enrolment ON own.until_at IS NULL OR own.until_at > enrolment.enrolled_at WHERE own.role IN (${readingRoles})`,
  staff('manager', `= 'manager'`),
  staff('employee', `NOT IN ('candidate', 'manager')`),
  // Whoever gives a free sitting enrols nobody.
  `SELECT enrolment_id, entered_by, 'enroller', entered_at, entered_at, ${atOnce} FROM entry
  WHERE cohort_id IS NOT NULL AND cause <> 'free-sitting' AND entered_by IS NOT NULL`,
  `SELECT entry.enrolment_id, own.decided_by, 'registrar-act', own.decided_at, NULL, ${atOnce}
  FROM accommodation own JOIN entry ON entry.id = own.entry_id WHERE own.decided_by IS NOT NULL`,
  `SELECT entry.enrolment_id, event.actor_id, 'registrar-act', event.at, NULL, ${atOnce}
  FROM audit_event event JOIN entry ON entry.id = event.entry_id JOIN enrolment ON enrolment.id = entry.enrolment_id
  WHERE ${isOfficialAct('event')} AND event.actor_id <> enrolment.candidate_id`,
  `SELECT entry.enrolment_id, own.by, 'registrar-act', own.at, NULL, ${atOnce}
  FROM clearance own JOIN entry ON entry.id = own.entry_id JOIN enrolment ON enrolment.id = entry.enrolment_id
  WHERE own.by <> enrolment.candidate_id`,
  `SELECT enrolment.id, interest.person_id, interest.tie, interest.from_at, ${interestEnd}, interest.declared_at
  FROM interest JOIN enrolment ON enrolment.candidate_id = interest.candidate_id`,
  // By the address as well, whoever has it now and whoever had it: somebody who has another stays who they are.
  `SELECT enrolment.id, interest.person_id, interest.tie, interest.from_at, ${interestEnd}, GREATEST(interest.declared_at, known.from_at)
  FROM interest JOIN person_address known ON known.email = interest.email
  JOIN enrolment ON enrolment.candidate_id = known.person_id`,
  `SELECT house.enrolment_id, interest.person_id, interest.tie, GREATEST(interest.from_at, house.from_at),
    LEAST(${interestEnd}, house.until_at), GREATEST(interest.declared_at, house.from_at)
  FROM interest JOIN candidate_house house ON house.institution_id = interest.institution_id`,
];

const toEntries = [
  `SELECT 'entry' AS subject, entry.id AS subject_id, tie.person_id, tie.tie AS relation, tie.from_at, tie.until_at, tie.known_at
  FROM enrolment_tie tie JOIN entry ON entry.enrolment_id = tie.enrolment_id`,
  // Bars from nothing and opens what is one's own: of the account that entered, and of no other.
  `SELECT 'entry', entry.id, enrolment.candidate_id, 'holder', enrolment.enrolled_at, NULL, NULL
  FROM enrolment JOIN entry ON entry.enrolment_id = enrolment.id`,
  `SELECT 'entry', entry.id, person.id, 'member', NULL, NULL, NULL
  FROM person JOIN cohort ON cohort.institution_id = person.institution_id JOIN entry ON entry.cohort_id = cohort.id`,
  `SELECT 'entry', entry.id, duty.person_id, 'registrar', duty.from_at, duty.until_at, NULL
  FROM session_duty duty JOIN entry ON entry.exam_session_id = duty.exam_session_id`,
];

/** What ties people to its candidate, and who has it to mark. */
const toPortfolios = [
  `SELECT 'portfolio', portfolio.id, tie.person_id, tie.tie, tie.from_at, tie.until_at, tie.known_at
  FROM portfolio JOIN entry ON entry.id = portfolio.entry_id
  JOIN enrolment_tie tie ON tie.enrolment_id = entry.enrolment_id`,
  ...marking.map(
    ([
      kind,
      ,
      own,
    ]) => `SELECT 'portfolio', version.portfolio_id, review.reviewer_id, '${own}', review.assigned_at, review.ended_at, NULL
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  WHERE review.kind = '${kind}'`,
  ),
];

const toCohorts = [
  `SELECT 'cohort', cohort_id, person_id, 'trainer', from_at, until_at, NULL FROM trainer_term`,
  `SELECT 'cohort', cohort.id, person.id, 'member', NULL, NULL, NULL
  FROM cohort JOIN person ON person.institution_id = cohort.institution_id`,
];

const toReviews = [
  `SELECT 'review', review.id, tie.person_id, tie.tie, tie.from_at, tie.until_at, tie.known_at
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry ON entry.id = portfolio.entry_id
  JOIN enrolment_tie tie ON tie.enrolment_id = entry.enrolment_id`,
  ...marking.map(
    ([kind, , own]) =>
      `SELECT 'review', id, reviewer_id, '${own}', assigned_at, ended_at, NULL FROM review WHERE kind = '${kind}'`,
  ),
  `SELECT 'review', review.id, duty.person_id, 'registrar', duty.from_at, duty.until_at, NULL
  FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
  JOIN portfolio ON portfolio.id = version.portfolio_id JOIN entry ON entry.id = portfolio.entry_id
  JOIN session_duty duty ON duty.exam_session_id = entry.exam_session_id`,
];

/**
 * How everybody stands to everything that access depends on: one row a person, subject and relation, some of them twice, with when it
 * began and ended, and when it came to be known where that was later. The only place that says what makes somebody a trainer or an assessor of something; what follows from it, and for how long, is
 * the business of the policy and of the scheme. Subject and relation are literals wherever they can be, so that the planner leaves out
 * every branch that a question does not need.
 */
export const relations = [
  houses,
  `CREATE VIEW account_tie AS ${ties.join('\nUNION ALL\n')}`,
  ...joinedTies,
  `CREATE VIEW person_relation AS ${[...toEntries, ...toPortfolios, ...toCohorts, ...toReviews].join('\nUNION ALL\n')}`,
];
