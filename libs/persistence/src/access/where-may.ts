import type { PersonRole } from '@ennead/contracts';
import { policy, waysOf, type Action, type Relation, type SubjectOf, type Way } from '@ennead/domain';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { KnownSubject } from './find-standing.ts';

type Somebody = { readonly id: string; readonly roles: readonly PersonRole[] };
/** Of whose subjects the database knows how people stand to them. */
export type KnownAction = { [A in Action]: SubjectOf<A> extends KnownSubject ? A : never }[Action];

/**
 * `may` for lists: a condition over one row of a query, by the same policy and the same relations.
 *
 * @param subjectId the column that names the row's subject, of the kind that the action is about
 */
export const whereMay = (caller: Somebody, action: KnownAction, subjectId: Sql): Sql => {
  const ways = waysOf(caller, action);
  if (ways.length === 0) return sql`false`;
  const subject = raw(`'${policy[action].on}'`);
  const stands = (relation: Relation) => sql`EXISTS (SELECT FROM person_relation standing
    WHERE standing.subject = ${subject} AND standing.relation = ${raw(`'${relation}'`)}
      AND standing.subject_id = ${subjectId} AND standing.person_id = ${caller.id})`;
  const isOpen = ({ being = [], unless = [] }: Way) =>
    join(
      [sql`true`, ...being.map(stands), ...unless.map((relation) => sql`NOT ${stands(relation)}`)],
      ' AND ',
    );
  return sql`(${join(ways.map(isOpen), ' OR ')})`;
};
