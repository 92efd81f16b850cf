import type { Rubric } from '@ennead/contracts';
import { DomainFault } from '../domain-fault.ts';

/** Points by the id of their criterion. */
export type MarksToScore = Readonly<Record<string, { readonly points: number }>>;

type Criteria = { readonly criteria: readonly Pick<Rubric['criteria'][number], 'id' | 'weight'>[] };

/** The most points that a criterion gives. */
const mostPoints = 4;

/**
 * The score of one review in whole hundredths of a point. A criterion of weight w (per cent) marked p points of 4 earns
 * w x p / 4 points, that is w x p x 25 hundredths: always whole, nothing is rounded.
 *
 * @throws DomainFault MARKS_INCOMPLETE naming criteria without a mark, marks of unknown criteria and points out of range
 */
export function scoreReview({ criteria }: Criteria, marks: MarksToScore): number {
  const missing = criteria.filter(({ id }) => !marks[id]).map(({ id }) => id);
  const unknown = Object.keys(marks).filter((mark) => !criteria.some(({ id }) => id === mark));
  const outOfRange = Object.keys(marks).filter((mark) => !isWholePoints(marks[mark]?.points));
  if (missing.length + unknown.length + outOfRange.length > 0) {
    throw new DomainFault('MARKS_INCOMPLETE', { missing, unknown, outOfRange });
  }
  return criteria.reduce(
    (sum, { id, weight }) => sum + weight * (marks[id]?.points ?? 0) * (100 / mostPoints),
    0,
  );
}

const isWholePoints = (points: number | undefined): boolean =>
  points !== undefined && Number.isInteger(points) && points >= 0 && points <= mostPoints;
