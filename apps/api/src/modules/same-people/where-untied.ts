import { readBars, whereMay } from '@ennead/persistence';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { Caller } from '../../http/caller.ts';

/**
 * For lists: a condition that neither of two accounts is the caller's own or of somebody a tie bars the caller from, by any case of theirs.
 *
 * @param accounts columns that name an account each
 */
export const readUntied = async (
  manager: EntityManager,
  caller: Caller,
  accounts: readonly Sql[],
): Promise<Sql> => {
  const { bars } = await readBars(manager);
  const tied = accounts.map(
    (account) => sql`${account} = ${caller.id}
      OR EXISTS (SELECT FROM same_account same WHERE same.person_id = ${account} AND same.also_id = ${caller.id})
      OR EXISTS (SELECT FROM candidacy JOIN entry ON entry.enrolment_id = candidacy.enrolment_id
        WHERE candidacy.person_id = ${account} AND NOT ${whereMay(caller, 'account.part', sql`entry.id`, bars)})`,
  );
  return tied.reduce((all, one) => sql`${all} AND NOT (${one})`, sql`true`);
};
