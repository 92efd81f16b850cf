import { Refusal } from '@ennead/contracts';
import {
  may,
  ownerOf,
  policy,
  wayIn,
  whyNot,
  type Action,
  type Standing,
  type SubjectOf,
} from '@ennead/domain';
import {
  findStanding,
  InterestDeclaration,
  Person,
  readBars,
  type KnownAction,
  type KnownSubject,
} from '@ennead/persistence';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import type { Caller } from './caller.ts';

/**
 * Lets nobody on who may not do this to the subject of this id. What is not one's business is not there; only whoever might
 * otherwise learns that a conflict of interest keeps them from it.
 *
 * @param manager that of the transaction that acts upon it, where there is one, after its lock
 * @returns how the caller stands to the subject
 * @throws Refusal NOT_FOUND, DECISION_CONFLICT, DECLARATION_DUE, FORBIDDEN for somebody who was disabled meanwhile
 */
export const demand = async <A extends KnownAction>(
  manager: EntityManager,
  caller: Caller,
  action: A,
  id: string,
): Promise<Standing<SubjectOf<A>>> => {
  const on = policy[action].on as SubjectOf<A> & KnownSubject;
  const standing = await findStanding(manager, caller.id, on, id);
  // Whoever lost a role or the account while the request waited for a lock is not let on by what they were.
  const now = await findActive(manager, caller.id);
  if (!now) throw new Refusal('FORBIDDEN');
  if (!standing) throw new Refusal('NOT_FOUND');
  refuseUnless(now, action, standing as Standing<SubjectOf<A>>);
  if (wayIn(now, action, standing as Standing<SubjectOf<A>>)?.act) await demandDeclared(manager, caller);
  return standing as Standing<SubjectOf<A>>;
};

/** Whoever acts on cases has said what ties them to whom, as often as the scheme asks. @throws Refusal DECLARATION_DUE */
export const demandDeclared = async (
  manager: EntityManager,
  { id: personId }: Pick<Caller, 'id'>,
): Promise<void> => {
  const { declaration } = await readBars(manager);
  if (!declaration) return;
  if (!(await manager.existsBy(InterestDeclaration, { personId, at: MoreThan(declaration.since) })))
    throw new Refusal('DECLARATION_DUE');
};

/** Whether somebody else, such as whoever proposed it, may do this at this moment. */
export const mayNow = async <A extends KnownAction>(
  manager: EntityManager,
  personId: string,
  action: A,
  id: string,
): Promise<boolean> => {
  const on = policy[action].on as SubjectOf<A> & KnownSubject;
  const standing = await findStanding(manager, personId, on, id);
  const person = await findActive(manager, personId);
  return person !== null && standing !== null && may(person, action, standing as Standing<SubjectOf<A>>);
};

/** Held as they are to the end of a transaction: whoever would take away a role or the account waits until it is done. */
const findActive = (manager: EntityManager, id: string): Promise<Person | null> =>
  manager.queryRunner?.isTransactionActive
    ? manager.findOne(Person, { where: { id, disabledAt: IsNull() }, lock: { mode: 'for_key_share' } })
    : manager.findOneBy(Person, { id, disabledAt: IsNull() });

/** The same of what hangs on nothing but whose it is, and was read. @throws Refusal NOT_FOUND */
export const demandOwn = (
  caller: Caller,
  action: Exclude<Action, KnownAction>,
  row: { readonly candidateId: string },
): void => refuseUnless(caller, action, ownerOf(caller.id, row));

const refuseUnless = <A extends Action>(
  caller: Pick<Caller, 'roles'>,
  action: A,
  standing: Standing<SubjectOf<A>>,
): void => {
  if (may(caller, action, standing)) return;
  throw new Refusal(whyNot(caller, action, standing).length > 0 ? 'DECISION_CONFLICT' : 'NOT_FOUND');
};
