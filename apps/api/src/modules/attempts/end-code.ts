import { attemptLifecycle, type ProblemCode } from '@ennead/contracts';
import { stateAfter } from '@ennead/domain';
import { inTime, stateList } from '@ennead/persistence';
import type { OwnAttempt } from './find-own-attempt.ts';

const open = stateAfter(attemptLifecycle, 'start');

/** Whether an attempt goes on, in SQL that has `attempt` in scope: `endCodeOf` it is null. */
export const goesOn = `attempt.state IN (${stateList(attemptLifecycle, open)}) AND ${inTime}`;

type Ending = Pick<OwnAttempt, 'state' | 'submitCause' | 'isOver'>;

/**
 * Why nothing more counts in an attempt; null while it goes on. Who handed in is told so for ever, however long the
 * time has been up since: that it ran out would say that something was lost.
 */
export const endCodeOf = ({ state, submitCause, isOver }: Ending): ProblemCode | null => {
  if (state === open) return isOver ? 'ATTEMPT_EXPIRED' : null;
  return submitCause === 'candidate' ? 'ATTEMPT_CLOSED' : 'ATTEMPT_EXPIRED';
};
