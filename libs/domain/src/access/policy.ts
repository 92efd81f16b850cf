import type { ConflictKind, PersonRole } from '@ennead/contracts';

/**
 * How a person stands to a subject: as its candidate, as one who is named as a trainer of that candidate, as one who marked
 * them, or as a member of the institution that it is a matter of.
 */
export type Relation = ConflictKind | 'member';

/** What can be asked about, with the relations that are known of it. */
export type RelationTo = {
  /** Of an entry or an enrolment nothing but whose it is: known from the row, where that has been read anyway. */
  ownership: 'candidate';
  entry: Relation;
  portfolio: Relation;
  cohort: 'trainer' | 'member';
  review: 'assessor' | 'moderator';
};
export type Subject = keyof RelationTo;

/** One way in: open to whoever has the role, stands in all of these relations and in none of those. */
export type Way<R extends Relation = Relation> = {
  readonly as?: PersonRole;
  readonly being?: readonly R[];
  readonly unless?: readonly R[];
};
type Rule = { [S in Subject]: { readonly on: S; readonly ways: readonly Way<RelationTo[S]>[] } }[Subject];

const marking = ['assessor', 'moderator'] as const;
/** Whoever trains or assessed somebody does not decide on them (ISO/IEC 17024:2012, 5.2 and 9.2), and nobody on themselves. */
const involved = ['candidate', 'trainer', ...marking] as const;

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
  'result.read': { on: 'entry', ways: [{ being: ['candidate'] }, { as: 'certifier', unless: involved }] },
  /** See the page of a result with its scores, without reasons and certificate. */
  'scores.read': { on: 'entry', ways: [{ as: 'manager', being: ['member'] }] },
  /** See who did what on an entry: it names reviewers. Administrators decide on nobody. */
  'trail.read': { on: 'entry', ways: [{ as: 'administrator' }, { as: 'certifier', unless: involved }] },
  /** See what a decision rests on, decide, take a grade back, agree or disagree as the second person. */
  'case.decide': { on: 'entry', ways: [{ as: 'certifier', unless: involved }] },
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
  /** See and write the marks of a review: of one's own. */
  'review.mark': {
    on: 'review',
    ways: [
      { as: 'assessor', being: ['assessor'] },
      { as: 'moderator', being: ['moderator'] },
    ],
  },
  /** Read the files of a portfolio that one marks, without learning whose they are. */
  'artefact.review': {
    on: 'portfolio',
    ways: [
      { as: 'assessor', being: ['assessor'] },
      { as: 'moderator', being: ['moderator'] },
    ],
  },
  /** Read the files of one's own portfolio, also while it is a draft. */
  'artefact.own': { on: 'ownership', ways: [{ being: ['candidate'] }] },
  /** Read the files of a portfolio that was handed in, by the names that the candidate gave them. */
  'artefact.read': { on: 'entry', ways: [{ as: 'certifier', unless: involved }] },
  /** Be given a portfolio to review: none that one has reviewed already. */
  'portfolio.review': { on: 'portfolio', ways: [{ as: 'assessor', unless: involved }] },
  /** Be given a portfolio that its reviews disagree on. */
  'portfolio.adjudicate': { on: 'portfolio', ways: [{ as: 'moderator', unless: involved }] },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof policy;
export type SubjectOf<A extends Action> = (typeof policy)[A]['on'];
