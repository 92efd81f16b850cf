import { Refusal } from '@ennead/contracts';
import type { ScoreRun } from '@ennead/persistence';

/** @returns who asked for the run @throws Refusal SCORE_RUN_SAME_PERSON where that is whoever would answer for it */
export const refuseAsker = (
  { askedBy }: Pick<ScoreRun, 'askedBy'>,
  { id }: { readonly id: string },
): string => {
  if (askedBy === null || askedBy === id) throw new Refusal('SCORE_RUN_SAME_PERSON');
  return askedBy;
};
