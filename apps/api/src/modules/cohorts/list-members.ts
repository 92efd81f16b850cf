import {
  EntryCause,
  entryLifecycle,
  examSessionLifecycle,
  fallenEntryStates,
  invitationLifecycle,
  ExamProgress,
  LabProgress,
  type LackedClearance,
  MemberAccount,
  MemberMail,
  MissingClearance,
  PortfolioProgress,
  ResultProgress,
  SeatProgress,
  type CohortMember,
  type MemberCounts,
  type MembersPage,
  type MembersQuery,
  type MessageState,
} from '@ennead/contracts';
import { decisionInEffect, entryStateNow, stateList } from '@ennead/persistence';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { validDays } from '../identity/make-invitation.ts';
import { hasWords, orderOf, readPage } from '../../infrastructure/read-page.ts';

/** From the least advanced to the most: the database counts and sorts by the place in the list, from 1. */
const orders = {
  seat: SeatProgress.options,
  account: MemberAccount.options,
  mail: MemberMail.options,
  cause: EntryCause.options,
  exam: ExamProgress.options,
  lab: LabProgress.options,
  portfolio: PortfolioProgress.options,
  result: ResultProgress.options,
} as const;
type Column = keyof typeof orders;

/** Parts of the way, of which nothing is counted for whoever came to have no seat. */
const isWay = (column: Column): boolean => column !== 'seat';
const columns = Object.keys(orders) as Column[];

/** The place of the part of a kind that is least far on; the first of the order where there is none. */
const progress = (
  table: string,
  kind: string,
  order: readonly string[],
  newest: string,
): Sql => sql`coalesce((
  SELECT min(array_position(${order}::text[], coalesce(own.state, ${order[0]})))
  FROM session_part part LEFT JOIN LATERAL (
    SELECT state FROM ${raw(table)} WHERE entry_id = entry.id AND session_part_id = part.id
    ORDER BY ${raw(newest)} LIMIT 1) own ON true
  WHERE part.exam_session_id = entry.exam_session_id AND part.kind = ${kind}), 1)`;

/** The place of what came of an entry. What was missed, excused or replaced is shown as that, whatever was decided before. */
const resultOf = sql`array_position(${orders.result}::text[], CASE
  WHEN ${raw(entryStateNow)} IN (${raw(stateList(entryLifecycle, 'missed', 'excused', 'replaced'))}) THEN ${raw(entryStateNow)}
  ELSE CASE decision.outcome WHEN 'grant' THEN 'granted' WHEN 'refuse' THEN 'refused' WHEN 'withdraw' THEN 'withdrawn'
    ELSE 'undecided' END END)`;

/** How a manager is told of the state of a letter. One that its person does not want by mail was never on its way. */
const mailOf: Readonly<Record<Exclude<MessageState, 'suppressed'>, MemberMail>> = {
  queued: 'queued',
  sending: 'queued',
  uncertain: 'uncertain',
  refused: 'refused',
  captured: 'captured',
  sent: 'sent',
};

/** Letters about this entry alone: what else somebody is written to about is nothing to their institution. */
const latestLetter = sql`LEFT JOIN LATERAL (
  SELECT message.state, message.kind, message.queued_at, message.reason FROM message
  WHERE message.entry_id = entry.id AND message.person_id = person.id AND message.state = ANY (${Object.keys(mailOf)}::text[])
  ORDER BY message.queued_at DESC, message.id LIMIT 1) letter ON true`;

const mailPlace = sql`array_position(${orders.mail}::text[],
  coalesce(${JSON.stringify(mailOf)}::jsonb ->> letter.state, ${'none' satisfies MemberMail}))`;

/** Whether somebody is the institution's to know: of others it learns who they are, and what was written to them, once they have accepted. */
const isKnown = sql`(person.institution_id = cohort.institution_id OR entry.state NOT IN (${raw(
  stateList(entryLifecycle, 'invited', ...fallenEntryStates),
)}))`;

/**
 * How somebody came to the seat. A link has expired, for whoever needs one, when none works and none was mailed for as long as one would;
 * of somebody who is not the institution's to know the same is said, whether they need one or not.
 */
const seat = sql`CASE ${raw(entryStateNow)}
  WHEN 'invited' THEN CASE WHEN entry.entered_at > clock() - make_interval(days => ${validDays}::int) OR (${isKnown} AND person.password_hash IS NOT NULL)
    OR EXISTS (SELECT FROM invitation link WHERE link.person_id = person.id AND link.cohort_id = cohort.id
      AND link.state = ${raw(stateList(invitationLifecycle, 'pending'))} AND link.expires_at > clock() AND ${isKnown})
    OR EXISTS (SELECT FROM message WHERE message.entry_id = entry.id AND message.kind IN ('invitation', 'seat-offered')
      AND message.queued_at > clock() - make_interval(days => ${validDays}::int)) THEN 'invited' ELSE 'link-expired' END
  WHEN 'missed' THEN 'absent' WHEN 'excused' THEN 'absent'
  WHEN 'decided' THEN 'entered' WHEN 'reopened' THEN 'entered' WHEN 'replaced' THEN 'entered'
  ELSE ${raw(entryStateNow)} END`;

/** What whoever has accepted still lacks before the first part; nothing once one was begun, or none can be. */
const missing = sql`CASE WHEN ${raw(entryStateNow)} IN (${raw(stateList(entryLifecycle, 'requested', 'entered'))})
    AND entry.first_sat_at IS NULL AND session.state <> ${raw(stateList(examSessionLifecycle, 'cancelled'))}
  THEN CASE WHEN person.email_confirmed_at IS NULL THEN ARRAY[${'address' satisfies MissingClearance}] ELSE '{}'::text[] END
    || ARRAY(SELECT lack.kind FROM missing_clearance lack WHERE lack.entry_id = entry.id ORDER BY lack.position)
  ELSE '{}'::text[] END`;

/** A seat that came to nothing is not shown beside a later one of the same person. */
const isSuperseded = sql`(entry.state IN (${raw(stateList(entryLifecycle, ...fallenEntryStates))}) AND EXISTS (
  SELECT FROM entry later WHERE later.enrolment_id = entry.enrolment_id AND later.cohort_id = entry.cohort_id
    AND later.number > entry.number))`;

const membersWhere = (condition: Sql): Sql => sql`
  SELECT entry.id, CASE WHEN ${isKnown} THEN person.name ELSE coalesce(entry.roster_name, person.email) END AS name,
    person.email, entry.student_number AS "studentNumber", array_position(${orders.seat}::text[], ${seat}) AS seat,
    CASE WHEN entry.state = ${raw(stateList(entryLifecycle, 'invited'))} THEN entry.answer_by END AS "answerBy",
    CASE WHEN ${isKnown} AND person.password_hash IS NOT NULL THEN 1 ELSE 2 END AS account,
    CASE WHEN ${isKnown} THEN ${mailPlace} ELSE ${orders.mail.indexOf('none') + 1}::int END AS mail,
    CASE WHEN ${isKnown} THEN letter.kind END AS "mailKind", CASE WHEN ${isKnown} THEN letter.queued_at END AS "mailQueuedAt",
    CASE WHEN ${isKnown} THEN letter.reason END AS "mailReason",
    ${progress('attempt', 'form', orders.exam, 'number DESC')} AS exam,
    ${progress('lab_session', 'lab', orders.lab, 'number DESC')} AS lab,
    ${progress('portfolio', 'portfolio', orders.portfolio, 'id')} AS portfolio,
    ${resultOf} AS result, decision.grade, CASE WHEN ${isKnown} THEN entry.number ELSE 1 END AS number,
    array_position(${orders.cause}::text[], CASE WHEN ${isKnown} OR entry.cause = ${'mock' satisfies EntryCause} THEN entry.cause
      ELSE ${'first' satisfies EntryCause} END) AS cause, ${missing} AS missing,
    CASE WHEN session.id <> cohort.exam_session_id THEN session.title END AS "otherSession"
  FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
  JOIN person ON person.id = enrolment.candidate_id
  JOIN exam_session session ON session.id = entry.exam_session_id
  JOIN cohort ON cohort.id = entry.cohort_id
  LEFT JOIN decision ON decision.entry_id = entry.id
    AND ${raw(decisionInEffect)}
  ${latestLetter}
  WHERE (${condition}) AND NOT ${isSuperseded}`;

/** Seats that came to nothing: nobody sits there, nor has. */
const fallen = sql`(${fallenEntryStates.map((state) => orders.seat.indexOf(state) + 1)}::int[])`;

/** The place of an entry that a free sitting took the place of. */
const replaced = orders.result.indexOf('replaced') + 1;

const ofCohort = (cohortId: string) => sql`entry.cohort_id = ${cohortId}`;
const byName = sql`name COLLATE person_name, email`;

/** Where the candidates of a cohort are, a page at a time, by name unless asked otherwise. */
export const pageMembers = async (
  manager: EntityManager,
  cohortId: string,
  { q, sort, page, size, missing: lacked, ...states }: MembersQuery,
): Promise<MembersPage> => {
  const asked = columns.flatMap((column) => {
    const place = (orders[column] as readonly string[]).indexOf(states[column] ?? '') + 1;
    return place > 0 ? [sql`${raw(column)} = ${place}`] : [];
  });
  // As they are counted: what led to such a list said how many are in it.
  const counted = [
    ...(asked.length > 0 && states.result === undefined ? [sql`result <> ${replaced}`] : []),
    ...(columns.some((column) => isWay(column) && states[column] !== undefined) && states.seat === undefined
      ? [sql`seat <> ALL ${fallen}`]
      : []),
  ];
  const lacking = lacked ? [lacked === 'any' ? sql`missing <> '{}'` : sql`${lacked} = ANY (missing)`] : [];
  const { ids, ...place } = await readPage(
    manager,
    {
      having: sql`member AS MATERIALIZED (${membersWhere(ofCohort(cohortId))}),`,
      fitting: sql`SELECT * FROM member
        WHERE ${join([hasWords(sql`concat_ws(' ', name, email, "studentNumber")`, q), ...asked, ...counted, ...lacking], ' AND ')}`,
      order: orderOf(
        {
          name: sql`name COLLATE person_name`,
          email: sql`email`,
          number: sql`"studentNumber" COLLATE person_name`,
          seat: sql`seat`,
          account: sql`account`,
          mail: sql`mail`,
          cause: sql`number * 10 + cause`,
          exam: sql`exam`,
          lab: sql`lab`,
          portfolio: sql`portfolio`,
          missing: sql`cardinality(missing)`,
          result: sql`result * 10 + coalesce(grade, 0)`,
        },
        sort,
        byName,
      ),
    },
    { page, size },
  );
  return { ...place, rows: await readMembers(manager, ids) };
};

/** The entries of a whole cohort, by the name that is shown: the order says no more than the rows. */
export const findMemberIds = async (manager: EntityManager, cohortId: string): Promise<string[]> => {
  const { text, values } =
    sql`SELECT id FROM (${membersWhere(ofCohort(cohortId))}) member ORDER BY ${byName}, id`;
  const rows: { id: string }[] = await manager.query(text, values);
  return rows.map(({ id }) => id);
};

type Row = Pick<
  CohortMember,
  'studentNumber' | 'name' | 'email' | 'grade' | 'number' | 'otherSession' | 'missing'
> & {
  id: string;
  answerBy: Date | null;
  mailKind: CohortMember['mail']['kind'];
  mailQueuedAt: Date | null;
  mailReason: CohortMember['mail']['reason'];
} & Record<Column, number>;

/** These members, in the order of the ids. */
export const readMembers = async (
  manager: EntityManager,
  ids: readonly string[],
): Promise<CohortMember[]> => {
  const { text, values } = membersWhere(sql`entry.id = ANY (${ids}::uuid[])`);
  const rows: Row[] = await manager.query(text, values);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [viewMember(row)] : [];
  });
};

const viewMember = ({
  id,
  name,
  email,
  grade,
  number,
  otherSession,
  missing,
  studentNumber,
  seat,
  answerBy,
  account,
  mail,
  mailKind,
  mailQueuedAt,
  mailReason,
  cause,
  exam,
  lab,
  portfolio,
  result,
}: Row): CohortMember => ({
  entryId: id,
  name,
  email,
  studentNumber,
  seat: orders.seat[seat - 1]!,
  answerBy: answerBy?.toISOString() ?? null,
  number,
  cause: orders.cause[cause - 1]!,
  otherSession,
  missing,
  active: orders.account[account - 1] === 'active',
  mail: {
    state: orders.mail[mail - 1]!,
    kind: mailKind,
    queuedAt: mailQueuedAt?.toISOString() ?? null,
    reason: mailReason,
  },
  exam: orders.exam[exam - 1]!,
  lab: orders.lab[lab - 1]!,
  portfolio: orders.portfolio[portfolio - 1]!,
  result: orders.result[result - 1]!,
  grade,
});

/**
 * How many of a cohort are in each state of each column. Whoever sits again free of charge is counted where they are now, once; whoever
 * came to have no seat is counted as that alone.
 */
export const countMembers = async (manager: EntityManager, cohortId: string): Promise<MemberCounts> => {
  const sets = join(columns.map((column) => sql`(${raw(column)})`));
  const { text, values } = sql`WITH member AS MATERIALIZED (${membersWhere(ofCohort(cohortId))})
    SELECT ${join(columns.map(raw))}, count(*)::int AS count, (count(*) FILTER (WHERE seat <> ALL ${fallen}))::int AS sitting
    FROM member WHERE result <> ${replaced}
    GROUP BY GROUPING SETS (${sets})`;
  const rows: (Record<Column, number | null> & { count: number; sitting: number })[] = await manager.query(
    text,
    values,
  );
  const countsOf = (column: Column) =>
    Object.fromEntries(
      rows.flatMap((row) => {
        const place = row[column];
        const count = isWay(column) ? row.sitting : row.count;
        return place === null || count === 0 ? [] : [[orders[column][place - 1], count] as const];
      }),
    );
  return {
    ...Object.fromEntries(columns.map((column) => [column, countsOf(column)])),
    missing: await countMissing(manager, cohortId),
  } as MemberCounts;
};

/** How many lack what before the first part; `any`: how many lack something. */
const countMissing = async (manager: EntityManager, cohortId: string): Promise<MemberCounts['missing']> => {
  const { text, values } = sql`WITH member AS MATERIALIZED (${membersWhere(ofCohort(cohortId))})
    SELECT lack.kind, count(*)::int AS count FROM member
    CROSS JOIN LATERAL unnest(missing || CASE WHEN missing <> '{}' THEN ARRAY['any'] ELSE '{}'::text[] END) lack(kind)
    GROUP BY lack.kind`;
  const rows: { kind: LackedClearance; count: number }[] = await manager.query(text, values);
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
};
