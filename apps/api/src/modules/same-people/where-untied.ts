import { readBars, whereMay } from '@ennead/persistence';
import sql, { join, type Sql } from 'sql-template-tag';
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
  // Each account in turn, by one condition: planning what ties anybody to a case is most of what such a list costs.
  return sql`NOT EXISTS (SELECT FROM unnest(ARRAY[${join(accounts)}]) account (id) WHERE account.id = ${caller.id}
    OR EXISTS (SELECT FROM same_account same WHERE same.person_id = account.id AND same.also_id = ${caller.id})
    OR EXISTS (SELECT FROM candidacy JOIN entry ON entry.enrolment_id = candidacy.enrolment_id
      WHERE candidacy.person_id = account.id AND NOT ${whereMay(caller, 'account.part', sql`entry.id`, bars)}))`;
};
