import type { ConflictKind, PersonRole } from '@ennead/contracts';

/**
 * How a person stands to a subject: as its candidate, by having trained or marked that candidate, or by belonging to the
 * institution that it is a matter of.
 */
export type Relation = ConflictKind | 'institution';

/** One way in: open to whoever has the role, stands in all of these relations and in none of those. */
export type Way = {
  readonly as?: PersonRole;
  readonly being?: readonly Relation[];
  readonly unless?: readonly Relation[];
};

const marking = ['assessor', 'moderator'] as const;
/** Whoever trained or assessed a candidate never decides on that candidate (ISO/IEC 17024:2012, 5.2 and 9.2), and nobody on themselves. */
const involved = ['candidate', 'trainer', ...marking] as const;

/**
 * Everything that depends on how the caller stands to its subject, with the ways that lead to it; one that is open is
 * enough. What depends on the role alone is said at the endpoint.
 */
export const policy = {
  /** Begin, save and hand in what an entry consists of, and see it. */
  'entry.sit': [{ being: ['candidate'] }],
  /** Choose the next session of an enrolment. */
  'enrolment.enter': [{ being: ['candidate'] }],
  /** See how a result came about, with everything that it rests on. */
  'result.read': [{ being: ['candidate'] }, { as: 'certifier', unless: involved }],
  /** See the scores and the grade of a result, and nothing else of it. */
  'scores.read': [{ as: 'manager', being: ['institution'] }],
  /** See what a decision rests on. */
  'evidence.read': [{ as: 'certifier', unless: involved }],
  /** See who did what on an entry: it names reviewers. Administrators decide on nobody. */
  'trail.read': [{ as: 'administrator' }, { as: 'certifier', unless: involved }],
  /** Decide on an entry, take a grade back, agree or disagree as the second person. */
  'case.decide': [{ as: 'certifier', unless: involved }],
  /** Learn among cases whose one is: who marks a portfolio must not, in whatever other role they look. */
  'case.identify': [{ as: 'certifier', unless: marking }],
  'cohort.read': [
    { as: 'manager', being: ['institution'] },
    { as: 'trainer', being: ['institution', 'trainer'] },
  ],
  'cohort.manage': [{ as: 'manager', being: ['institution'] }],
  /** See and write the marks of a review: of one's own. */
  'review.mark': marking.map((role) => ({ as: role, being: [role] })),
  /** Read a portfolio's files without learning whose they are. */
  'artefact.mark': marking.map((role) => ({ as: role, being: [role] })),
  /** Read a portfolio's files by the names that the candidate gave them. */
  'artefact.read': [{ being: ['candidate'] }, { as: 'certifier', unless: involved }],
  /** Be given a portfolio to review. */
  'portfolio.review': [{ as: 'assessor', unless: involved }],
  /** Be given a portfolio that its reviews disagree on. */
  'portfolio.adjudicate': [{ as: 'moderator', unless: involved }],
} as const satisfies Record<string, readonly Way[]>;

export type Action = keyof typeof policy;
