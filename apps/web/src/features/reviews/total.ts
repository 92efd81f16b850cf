import type { Criterion, Marks, Rubric } from '@ennead/contracts';

/** What a criterion adds to the total, in hundredths of a point: weight in per cent x points of 4. */
export const earnedCents = ({ weight }: Pick<Criterion, 'weight'>, points: number): number =>
  weight * points * 25;

/** The total of what is marked so far, in hundredths of a point. */
export const totalCents = ({ criteria }: Pick<Rubric, 'criteria'>, marks: Marks): number =>
  criteria.reduce((sum, criterion) => sum + earnedCents(criterion, marks[criterion.id]?.points ?? 0), 0);

export const countMarked = ({ criteria }: Pick<Rubric, 'criteria'>, marks: Marks): number =>
  criteria.filter(({ id }) => marks[id] !== undefined).length;
