import type { CaseAct, PersonRole } from '@ennead/contracts';
import {
  policy,
  waysOf,
  type Action,
  type Bars,
  type Relation,
  type SubjectOf,
  type Way,
} from '@ennead/domain';
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
export const whereMay = (caller: Somebody, action: KnownAction, subjectId: Sql, bars: Bars): Sql => {
  const ways = waysOf(caller, action);
  if (ways.length === 0) return sql`false`;
  const subject = raw(`'${policy[action].on}'`);
  const stands = (tie: Sql) => sql`EXISTS (SELECT FROM person_relation tie
    WHERE tie.subject = ${subject} AND ${tie} AND tie.subject_id = ${subjectId} AND tie.person_id = ${caller.id})`;
  const isOpen = (way: Way) =>
    join(
      [
        sql`true`,
        ...(way.being ?? []).map((relation) => stands(whereHeld(relation))),
        ...tiesAgainst(way, bars).map((tie) => sql`NOT ${stands(tie)}`),
      ],
      ' AND ',
    );
  return sql`(${join(ways.map(isOpen), ' OR ')})`;
};

/** What stands against a way in, each as a condition over a row `tie` of `person_relation`. */
export const tiesAgainst = ({ unless = [], act }: Pick<Way, 'unless' | 'act'>, bars: Bars): Sql[] => [
  ...unless.map(whereHeld),
  ...(act ? whereBarring(act, bars) : []),
];

const whereHeld = (relation: Relation): Sql =>
  sql`${named(relation)} AND (tie.until_at IS NULL OR tie.until_at > clock())`;

const whereBarring = (act: CaseAct, bars: Bars): Sql[] =>
  bars[act].map(({ tie, since }) =>
    since === null ? named(tie) : sql`${named(tie)} AND (tie.until_at IS NULL OR tie.until_at > ${since})`,
  );

/** A literal, so that the planner leaves out what is told of other relations. */
const named = (relation: Relation): Sql => sql`tie.relation = ${raw(`'${relation}'`)}`;
