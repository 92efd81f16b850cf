import {
  ConflictKind,
  entryLifecycle,
  pendingEntryStates,
  type CaseAct,
  type LevelCode,
  type RoleCode,
} from '@ennead/contracts';
import { undecidedStates } from '@ennead/domain';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { stateList } from '../lifecycle/state-column.ts';
import { readBars } from './read-bars.ts';
import { isLifted, whereAgainst } from './where-may.ts';

/** Many cases at once: whoever is in a session, whoever is undecided in a cell, or these. */
export type Crowd =
  | { readonly on: 'session'; readonly id: string }
  | { readonly on: 'cell'; readonly role: RoleCode; readonly level: LevelCode }
  | { readonly on: 'entries'; readonly ids: readonly string[] };

export type CrowdConflicts = {
  /** Whether there is anybody at all. */
  readonly isAnybody: boolean;
  /** What keeps the person from the act, of whichever of them; it says of nobody which. */
  readonly conflicts: readonly ConflictKind[];
};

/**
 * What ties somebody to anybody of a crowd so that it bars them from an act upon all of it. What was lifted for them was so for this
 * session or this cell; for entries that are named one by one nothing is.
 *
 * @param options.unlifted whether what was lifted bars all the same
 */
export const findConflicts = async (
  manager: EntityManager,
  personId: string,
  act: CaseAct,
  crowd: Crowd,
  { unlifted = false }: { readonly unlifted?: boolean } = {},
): Promise<CrowdConflicts> => {
  const { bars } = await readBars(manager);
  const against = whereAgainst({ act }, bars, () =>
    unlifted ? sql`false` : liftedFor(personId, act, crowd),
  );
  const { text, values } = sql`WITH crowd AS MATERIALIZED (${membersOf(crowd)})
    SELECT EXISTS (SELECT FROM crowd) AS "isAnybody", ARRAY(SELECT DISTINCT tie.relation FROM person_relation tie
      WHERE tie.subject = 'entry' AND tie.subject_id IN (SELECT id FROM crowd) AND tie.person_id = ${personId}
        AND ${against}) AS found`;
  const [{ isAnybody, found }] = (await manager.query(text, values)) as [
    { isAnybody: boolean; found: ConflictKind[] },
  ];
  return { isAnybody, conflicts: ConflictKind.options.filter((kind) => found.includes(kind)) };
};

/** Over a row `tie`; what was lifted says which ties it is for. */
const liftedFor = (personId: string, act: CaseAct, crowd: Crowd): Sql => {
  switch (crowd.on) {
    case 'session':
      return isLifted(act, {
        subject: 'session',
        subjectId: sql`${crowd.id}`,
        personId: sql`${personId}`,
        tie: sql`tie.relation`,
      });
    case 'cell':
      return sql`EXISTS (SELECT FROM lifted_bar lifted WHERE lifted.subject = 'cell' AND lifted.role = ${crowd.role}
        AND lifted.level = ${crowd.level} AND lifted.person_id = ${personId} AND lifted.act = ${act}
        AND lifted.tie = tie.relation)`;
    case 'entries':
      return sql`false`;
  }
};

const over = raw(stateList(entryLifecycle, ...entryLifecycle.final));
/** Of whom it is not known yet either, who was invited or waits. */
const undecided = raw(stateList(entryLifecycle, ...pendingEntryStates, ...undecidedStates));

const membersOf = (crowd: Crowd): Sql => {
  switch (crowd.on) {
    case 'session':
      return sql`SELECT id FROM entry WHERE exam_session_id = ${crowd.id} AND state NOT IN (${over})`;
    case 'cell':
      return sql`SELECT entry.id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
        WHERE enrolment.role = ${crowd.role} AND enrolment.level = ${crowd.level} AND entry.state IN (${undecided})`;
    case 'entries':
      return sql`SELECT unnest(${[...crowd.ids]}::uuid[]) AS id`;
  }
};
