import { entryLifecycle, Refusal } from '@ennead/contracts';
import { soleBarsOf } from '@ennead/domain';
import { readBars, stateList, tiesAgainst } from '@ennead/persistence';
import sql, { join, raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';
import { demandDeclared } from '../../http/demand.ts';

const over = raw(stateList(entryLifecycle, ...entryLifecycle.final));
const excusing = soleBarsOf('entry.excuse');

/**
 * Whatever becomes of a session becomes of every entry in it: of those that are not over, none may be of somebody to whom the caller is
 * so tied that they could not excuse it. Under the lock of the session, so that nobody enters meanwhile. It names nobody.
 *
 * @throws Refusal SESSION_CONFLICT, DECLARATION_DUE
 */
export const demandImpartial = async (
  manager: EntityManager,
  caller: Caller,
  examSessionId: string,
): Promise<void> => {
  const { bars } = await readBars(manager);
  const { text, values } = sql`SELECT count(*) > 0 AS "isEntered", EXISTS (
      SELECT FROM person_relation tie JOIN entry tied ON tied.id = tie.subject_id
      WHERE tie.subject = 'entry' AND tie.person_id = ${caller.id} AND (${join(tiesAgainst(excusing, bars), ' OR ')})
        AND tied.exam_session_id = ${examSessionId} AND tied.state NOT IN (${over})) AS "isTied"
    FROM entry WHERE exam_session_id = ${examSessionId} AND state NOT IN (${over})`;
  const [{ isEntered, isTied }] = (await manager.query(text, values)) as [
    { isEntered: boolean; isTied: boolean },
  ];
  if (isTied) throw new Refusal('SESSION_CONFLICT');
  if (isEntered) await demandDeclared(manager, caller);
};
