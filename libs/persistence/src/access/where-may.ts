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
  // Beside the question and not within it: there the planner would look for it in every branch of the view.
  const isFree = ({ act, unlifted }: Way & { readonly act: CaseAct }, bar: Bars[CaseAct][number]) =>
    bar.lifts && !unlifted
      ? sql`(NOT ${stands(whereTied(bar))} OR ${isLifted(act, {
          subject: policy[action].on,
          subjectId,
          personId: sql`${caller.id}`,
          tie: sql`${bar.tie}`,
        })})`
      : sql`NOT ${stands(whereTied(bar))}`;
  const isOpen = (way: Way) =>
    join(
      [
        sql`true`,
        ...(way.being ?? []).map((relation) => stands(whereHeld(relation))),
        ...(way.unless ?? []).map((relation) => sql`NOT ${stands(whereHeld(relation))}`),
        ...(way.act ? bars[way.act].map((bar) => isFree({ ...way, act: way.act! }, bar)) : []),
      ],
      ' AND ',
    );
  return sql`(${join(ways.map(isOpen), ' OR ')})`;
};

type ToLift = {
  readonly subject: KnownSubject | 'session';
  readonly subjectId: Sql;
  readonly personId: Sql;
  readonly tie: Sql;
};

/** Whether a second person has lifted the bar of this tie for this act. */
export const isLifted = (act: CaseAct, { subject, subjectId, personId, tie }: ToLift): Sql =>
  sql`EXISTS (SELECT FROM lifted_bar lifted WHERE lifted.subject = ${subject} AND lifted.subject_id = ${subjectId}
    AND lifted.person_id = ${personId} AND lifted.act = ${act} AND lifted.tie = ${tie})`;

/**
 * Whether something stands against a way in, over a row `tie` of `person_relation`: what was lifted does not where the scheme in force
 * still lets it be lifted.
 *
 * @param lifted whether the tie of the row was lifted for the act
 */
export const whereAgainst = (
  way: Pick<Way, 'unless' | 'act'>,
  bars: Bars,
  lifted: (act: CaseAct) => Sql,
): Sql => {
  const against = anyOf(tiesAgainst(way, bars));
  if (!way.act) return against;
  const { act } = way;
  const staying = { ...bars, [act]: bars[act].filter(({ lifts }) => !lifts) };
  // What was lifted stands apart: with it the planner would not take the question of the ties into the branches of the view.
  return sql`${against} AND (${anyOf(tiesAgainst(way, staying))} OR NOT ${lifted(act)})`;
};

const anyOf = (conditions: readonly Sql[]): Sql => sql`(${join([sql`false`, ...conditions], ' OR ')})`;

/** What stands against a way in unless it was lifted, each as a condition over a row `tie` of `person_relation`. */
export const tiesAgainst = ({ unless = [], act }: Pick<Way, 'unless' | 'act'>, bars: Bars): Sql[] => [
  ...unless.map(whereHeld),
  ...(act ? whereBarring(act, bars) : []),
];

const whereHeld = (relation: Relation): Sql =>
  sql`${named(relation)} AND (tie.until_at IS NULL OR tie.until_at > clock())`;

const whereBarring = (act: CaseAct, bars: Bars): Sql[] => bars[act].map(whereTied);

const whereTied = ({ tie, since }: Bars[CaseAct][number]): Sql =>
  since === null ? named(tie) : sql`${named(tie)} AND (tie.until_at IS NULL OR tie.until_at > ${since})`;

/** A literal, so that the planner leaves out what is told of other relations. */
const named = (relation: Relation): Sql => sql`tie.relation = ${raw(`'${relation}'`)}`;
