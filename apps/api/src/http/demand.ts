import { Refusal } from '@ennead/contracts';
import { may, whyNot, type Action, type Relation } from '@ennead/domain';
import type { Caller } from './caller.ts';

/**
 * Lets nobody on who may not. What is not one's business is not there; only whoever might otherwise learns that a conflict of
 * interest keeps them from it.
 *
 * @param relations how the caller stands to the subject
 * @throws Refusal NOT_FOUND, DECISION_CONFLICT
 */
export const demand = (
  caller: Pick<Caller, 'roles'>,
  action: Action,
  relations: readonly Relation[],
): void => {
  if (may(caller, action, relations)) return;
  throw new Refusal(whyNot(caller, action, relations).length > 0 ? 'DECISION_CONFLICT' : 'NOT_FOUND');
};
