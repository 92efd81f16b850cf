import { Refusal } from '@ennead/contracts';
import { may, ownerOf, policy, whyNot, type Action, type Standing, type SubjectOf } from '@ennead/domain';
import { findStanding, type KnownAction, type KnownSubject } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from './caller.ts';

/**
 * Lets nobody on who may not do this to the subject of this id. What is not one's business is not there; only whoever might
 * otherwise learns that a conflict of interest keeps them from it.
 *
 * @param manager that of the transaction that acts upon it, where there is one, after its lock
 * @returns how the caller stands to the subject
 * @throws Refusal NOT_FOUND, DECISION_CONFLICT
 */
export const demand = async <A extends KnownAction>(
  manager: EntityManager,
  caller: Caller,
  action: A,
  id: string,
): Promise<Standing<SubjectOf<A>>> => {
  const on = policy[action].on as SubjectOf<A> & KnownSubject;
  const standing = await findStanding(manager, caller.id, on, id);
  if (!standing) throw new Refusal('NOT_FOUND');
  refuseUnless(caller, action, standing as Standing<SubjectOf<A>>);
  return standing as Standing<SubjectOf<A>>;
};

/** The same of what hangs on nothing but whose it is, and was read. @throws Refusal NOT_FOUND */
export const demandOwn = (
  caller: Caller,
  action: Exclude<Action, KnownAction>,
  row: { readonly candidateId: string },
): void => refuseUnless(caller, action, ownerOf(caller.id, row));

const refuseUnless = <A extends Action>(
  caller: Caller,
  action: A,
  standing: Standing<SubjectOf<A>>,
): void => {
  if (may(caller, action, standing)) return;
  throw new Refusal(whyNot(caller, action, standing).length > 0 ? 'DECISION_CONFLICT' : 'NOT_FOUND');
};
