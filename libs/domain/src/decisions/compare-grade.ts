/** The decision in effect: the grade that the scores came to when it was made, and the one that it granted. */
export interface DecidedGrade {
  readonly computed: number | null;
  readonly granted: number | null;
}

/** Whether the scores now come to more than when it was decided: then it is decided anew. */
export const isRaised = ({ computed }: Pick<DecidedGrade, 'computed'>, grade: number | null): boolean =>
  (grade ?? 0) > (computed ?? 0);

/** Whether the scores fell below what was granted before, and reach it again. */
export const isReachedAgain = (
  { granted }: Pick<DecidedGrade, 'granted'>,
  before: number | null,
  after: number | null,
): boolean => isLowered({ granted }, before) && !isLowered({ granted }, after);

/** Whether the scores no longer reach what was granted: it stands until somebody withdraws it, with a reason. */
export const isLowered = ({ granted }: Pick<DecidedGrade, 'granted'>, grade: number | null): boolean =>
  (grade ?? 0) < (granted ?? 0);
