import { Refusal } from '@ennead/contracts';
import { findConflicts } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandDeclared } from '../../http/demand.ts';

/**
 * Whatever becomes of a session becomes of every entry in it: of those that are not over, none may be of somebody to whom the caller is
 * so tied that it bars them. Under the lock of the session, so that nobody enters meanwhile. It names nobody.
 *
 * @throws Refusal SESSION_CONFLICT, DECLARATION_DUE
 */
export const demandImpartial = async (
  manager: EntityManager,
  caller: Caller,
  examSessionId: string,
): Promise<void> => {
  const session = { on: 'session', id: examSessionId } as const;
  const { isAnybody, conflicts } = await findConflicts(manager, caller.id, 'arrange', session);
  if (conflicts.length > 0) throw new Refusal('SESSION_CONFLICT');
  if (isAnybody) await demandDeclared(manager, caller);
};
