import type { PersonRole } from '@ennead/contracts';
import { waysOf, type Action, type Relation, type Way } from '@ennead/domain';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { Subject } from './find-relations.ts';

type Somebody = { readonly id: string; readonly roles: readonly PersonRole[] };

/**
 * `may` for lists: a condition over one row of a query, by the same policy and the same relations.
 *
 * @param subjectId the column that names the subject of the row
 */
export const allowed = (caller: Somebody, action: Action, subject: Subject, subjectId: Sql): Sql => {
  const ways = waysOf(caller, action);
  if (ways.length === 0) return sql`false`;
  const stands = (relation: Relation) => sql`EXISTS (SELECT FROM person_relation standing
    WHERE standing.subject = ${raw(`'${subject}'`)} AND standing.relation = ${raw(`'${relation}'`)}
      AND standing.subject_id = ${subjectId} AND standing.person_id = ${caller.id})`;
  const leadsIn = ({ being = [], unless = [] }: Way) =>
    join(
      [sql`true`, ...being.map(stands), ...unless.map((relation) => sql`NOT ${stands(relation)}`)],
      ' AND ',
    );
  return sql`(${join(ways.map(leadsIn), ' OR ')})`;
};
