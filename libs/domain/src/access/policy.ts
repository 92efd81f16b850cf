import type { CaseAct, ConflictKind, PersonRole } from '@ennead/contracts';

/**
 * How a person stands to a subject: as the holder of the account that it belongs to, by what ties them to its candidate, as a member of the institution that it is a
 * matter of, as a registrar of the session that it belongs to, or as whoever has it to mark.
 */
export type Relation = ConflictKind | 'holder' | 'member' | 'registrar' | Marker;

/** Has this very portfolio or review; `assessor` and `moderator` are ties to the candidate, by whichever of theirs. */
type Marker = 'reviewer' | 'adjudicator';

/** What can be asked about, with the relations that are known of it. */
export type RelationTo = {
  /** Of an entry or an enrolment nothing but whose it is: known from the row, where that has been read anyway. */
  ownership: 'candidate';
  entry: Relation;
  portfolio: ConflictKind | Marker;
  cohort: 'trainer' | 'member';
  review: ConflictKind | Marker | 'registrar';
};
export type Subject = keyof RelationTo;

/**
 * One way in: open to whoever has the role, stands in all of these relations now and in none of those, and whom no tie bars from
 * the act by the scheme in force.
 */
export type Way<R extends Relation = Relation> = {
  readonly as?: PersonRole;
  readonly being?: readonly R[];
  readonly unless?: readonly R[];
  readonly act?: CaseAct;
  /** Whether a tie bars from it although a second person has lifted it. */
  readonly unlifted?: true;
};
type Rule = { [S in Subject]: { readonly on: S; readonly ways: readonly Way<RelationTo[S]>[] } }[Subject];

const marking = ['assessor', 'moderator'] as const;
const markers = ['reviewer', 'adjudicator'] as const;

/**
 * Everything that depends on how the caller stands to its subject, with the ways that lead to it; one that is open is
 * enough. What depends on the role alone is said at the endpoint.
 */
export const policy = {
  /** Begin, save and hand in what an entry consists of, see it, and choose what is carried into it. */
  'entry.sit': { on: 'ownership', ways: [{ being: ['candidate'] }] },
  /** Choose the next session of an enrolment. */
  'enrolment.enter': { on: 'ownership', ways: [{ being: ['candidate'] }] },
  /** See how a result came about, with everything that it rests on. */
  'result.read': { on: 'entry', ways: [{ being: ['holder'] }, { as: 'certifier', act: 'decide' }] },
  /** See the page of a result with its scores, without reasons and certificate. */
  'scores.read': { on: 'entry', ways: [{ as: 'manager', being: ['member'] }] },
  /** See who did what on an entry: it names reviewers, and the candidate to a reviewer who is something else as well. */
  'trail.read': {
    on: 'entry',
    ways: [
      { as: 'administrator', act: 'inspect' },
      { as: 'certifier', act: 'decide' },
    ],
  },
  /** See what a decision rests on, decide, take a grade back, agree or disagree as the second person. */
  'case.decide': { on: 'entry', ways: [{ as: 'certifier', act: 'decide' }] },
  /** Learn among cases whose one is: who marks a portfolio must not, in whatever other role they look. */
  'case.identify': { on: 'entry', ways: [{ as: 'certifier', unless: marking }] },
  /** See a cohort and how its members stand, whether they were granted a grade and which. */
  'cohort.read': {
    on: 'cohort',
    ways: [
      { as: 'manager', being: ['member'] },
      { as: 'trainer', being: ['member', 'trainer'] },
    ],
  },
  /** Name trainers, bring in candidates, take the list away. */
  'cohort.manage': { on: 'cohort', ways: [{ as: 'manager', being: ['member'] }] },
  /** Say that something ties one to the candidate of a case that one came upon. */
  'case.leave': { on: 'entry', ways: [{ as: 'certifier', unless: marking }] },
  /** Excuse an absence, or give a free sitting in the place of an entry. */
  'entry.excuse': { on: 'entry', ways: [{ as: 'administrator', act: 'excuse' }] },
  /** Say whether a bar is lifted for somebody else, in a case that nothing ties one to, lifted or not: else one would follow from another. */
  'exception.answer': {
    on: 'entry',
    ways: [
      { as: 'registrar', being: ['registrar'], act: 'excuse', unlifted: true },
      { as: 'administrator', act: 'excuse', unlifted: true },
    ],
  },
  /** Say of a candidate that an address is theirs. */
  'identity.confirm': { on: 'entry', ways: [{ as: 'registrar', act: 'excuse' }] },
  /** Note that two accounts are one person's, or that they are two people's. */
  'account.join': { on: 'entry', ways: [{ as: 'registrar', act: 'excuse' }] },
  /** Agree to such a note or turn it down, as the second person. */
  'account.answer': {
    on: 'entry',
    ways: [
      { as: 'registrar', act: 'excuse' },
      { as: 'administrator', act: 'excuse' },
    ],
  },
  /** End such a note. */
  'account.part': {
    on: 'entry',
    ways: [
      { as: 'registrar', act: 'excuse' },
      { as: 'administrator', act: 'excuse' },
    ],
  },
  /** Ask for an accommodation: for oneself, or in the name of a candidate of one's institution. */
  'accommodation.ask': {
    on: 'entry',
    ways: [{ being: ['holder'] }, { as: 'manager', being: ['member'] }],
  },
  /** Read why an accommodation is asked for, approve or refuse it. */
  'accommodation.decide': {
    on: 'entry',
    ways: [{ as: 'registrar', being: ['registrar'], act: 'excuse' }],
  },
  /** Learn that a script of a case waits for people: of sessions that one looks after. */
  'case.register': { on: 'entry', ways: [{ as: 'registrar', being: ['registrar'] }] },
  /** See to what comes before the first part of an entry: confirm it, set down identity and experience, correct a name, withdraw it. */
  'entry.clear': { on: 'entry', ways: [{ as: 'registrar', being: ['registrar'], act: 'excuse' }] },
  /** See and write the marks of a review: of one's own. */
  'review.mark': {
    on: 'review',
    ways: [
      { as: 'assessor', being: ['reviewer'], act: 'mark' },
      { as: 'moderator', being: ['adjudicator'], act: 'settle' },
    ],
  },
  /** Give back a review of one's own, whatever has come between. */
  'review.hand-back': {
    on: 'review',
    ways: [
      { as: 'assessor', being: ['reviewer'] },
      { as: 'moderator', being: ['adjudicator'] },
    ],
  },
  /** Take a review from whoever has it, so that it goes to somebody else. */
  'review.reassign': { on: 'review', ways: [{ as: 'registrar', being: ['registrar'], act: 'assign' }] },
  /** Read the files of a portfolio that one marks, without learning whose they are. */
  'artefact.review': {
    on: 'portfolio',
    ways: [
      { as: 'assessor', being: ['reviewer'], act: 'mark' },
      { as: 'moderator', being: ['adjudicator'], act: 'settle' },
    ],
  },
  /** Read the files of one's own portfolio, also while it is a draft. */
  'artefact.own': { on: 'ownership', ways: [{ being: ['candidate'] }] },
  /** Read the files of a portfolio that was handed in, by the names that the candidate gave them. */
  'artefact.read': { on: 'entry', ways: [{ as: 'certifier', act: 'decide' }] },
  /** Be given a portfolio to review: none that one has reviewed already. */
  'portfolio.review': { on: 'portfolio', ways: [{ as: 'assessor', unless: markers, act: 'mark' }] },
  /** Be given a portfolio that its reviews disagree on. */
  'portfolio.adjudicate': { on: 'portfolio', ways: [{ as: 'moderator', unless: markers, act: 'settle' }] },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof policy;
export type SubjectOf<A extends Action> = (typeof policy)[A]['on'];
