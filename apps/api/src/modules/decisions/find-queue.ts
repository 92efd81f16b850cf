import {
  decisionLifecycle,
  entryLifecycle,
  type CaseAct,
  type DecidedQuery,
  type QueueCounts,
  type UndecidedQuery,
} from '@ennead/contracts';
import { soleBarsOf, undecidedStates, type Bars } from '@ennead/domain';
import { decisionInEffect, isLifted, isOverUnbegun, stateList, whereAgainst } from '@ennead/persistence';
import sql, { raw, type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords, orderOf, readPage, type PageOfIds } from '../../infrastructure/read-page.ts';

const open = raw(stateList(entryLifecycle, ...undecidedStates));
const proposed = raw(stateList(decisionLifecycle, 'proposed'));
export const inEffect = raw(decisionInEffect);

const deciding = soleBarsOf('case.decide');
const identifying = soleBarsOf('case.identify');

/** Whoever looks at a list, with what bars whom at this moment. */
export type Onlooking = { readonly certifierId: string; readonly bars: Bars };

/** Every entry that this certifier stands to so that they are barred from it or blind to it. */
export const near = ({ certifierId, bars }: Onlooking): Sql => {
  const ofTie = {
    subject: 'entry',
    subjectId: sql`tie.subject_id`,
    personId: sql`tie.person_id`,
    tie: sql`tie.relation`,
  } as const;
  const isLiftedOn = (act: CaseAct) => isLifted(act, ofTie);
  const against = (way: typeof deciding, as: Sql) => sql`SELECT tie.subject_id AS entry_id, ${as}
    FROM person_relation tie WHERE tie.subject = 'entry' AND tie.person_id = ${certifierId}
      AND ${whereAgainst(way, bars, isLiftedOn)}`;
  return sql`near AS MATERIALIZED (
  SELECT entry_id, bool_or(is_barred) AS is_barred, bool_or(is_blind) AS is_blind FROM (
    ${against(deciding, sql`true AS is_barred, false AS is_blind`)} UNION ALL
    ${against(identifying, sql`false, true`)}) tied
  GROUP BY entry_id),`;
};

/** Of a row that `near` is joined to: neither name nor scores may show otherwise, in words or by the order. */
export const isSeen = sql`near.is_blind IS NOT TRUE`;

const title = sql`session.title ->> 'zh-CN', session.title ->> 'en'`;

/**
 * Every case that waits for its decision or on which something is proposed, such as a withdrawal, with the list in which this
 * certifier finds it and what may order it.
 */
const undecided = (onlooking: Onlooking): Sql => sql`${near(onlooking)} undecided AS MATERIALIZED (
  SELECT entry.id, entry.entered_at, score.ready_since,
    CASE WHEN ${isSeen} THEN candidate.name END AS name,
    CASE WHEN near.is_barred IS NOT TRUE THEN score.composite END AS composite,
    concat_ws(' ', ${title}, CASE WHEN ${isSeen} THEN concat_ws(' ', candidate.name, cohort.name) END) AS words,
    CASE WHEN score.composite IS NULL OR near.is_barred THEN 'blocked'
    WHEN proposal.certifier_id = ${onlooking.certifierId} THEN 'blocked' WHEN proposal.id IS NOT NULL THEN 'proposed'
    WHEN score.is_near THEN 'nearBoundary' ELSE 'clear' END AS list
  FROM entry JOIN case_score score ON score.entry_id = entry.id
  JOIN enrolment ON enrolment.id = entry.enrolment_id
  JOIN person candidate ON candidate.id = enrolment.candidate_id
  JOIN exam_session session ON session.id = entry.exam_session_id
  LEFT JOIN cohort ON cohort.id = entry.cohort_id
  LEFT JOIN near ON near.entry_id = entry.id
  LEFT JOIN decision proposal ON proposal.entry_id = entry.id AND proposal.state = ${proposed}
  WHERE entry.cause <> 'mock' AND (entry.state IN (${open}) AND NOT ${raw(isOverUnbegun)}
    OR near.is_barred IS NOT TRUE AND entry.id = ANY (ARRAY(SELECT entry_id FROM decision WHERE state = ${proposed})))),`;

export const name = sql`name COLLATE person_name`;

/** One page of one list of undecided cases, longest ready first unless asked otherwise. */
export const findUndecided = (
  manager: EntityManager,
  onlooking: Onlooking,
  { list, q, sort, ...place }: UndecidedQuery,
): Promise<PageOfIds> =>
  readPage(
    manager,
    {
      having: undecided(onlooking),
      fitting: sql`SELECT * FROM undecided WHERE list = ${list} AND ${hasWords(sql`words`, q)}`,
      order: orderOf(
        { candidate: name, composite: sql`composite`, since: sql`ready_since` },
        sort,
        sql`ready_since, entered_at`,
      ),
    },
    place,
  );

/** What is decided is found by these. */
export const decidedWords = sql`concat_ws(' ', ${title}, certifier.name,
  CASE WHEN ${isSeen} THEN candidate.name END)`;

/** One page of entries by the decision that is in effect on each, newest first unless asked otherwise. */
export const findDecided = (
  manager: EntityManager,
  onlooking: Onlooking,
  { q, sort, ...place }: DecidedQuery,
): Promise<PageOfIds> =>
  readPage(
    manager,
    {
      having: near(onlooking),
      fitting: sql`SELECT entry.id, decision.effective_at, decision.grade, certifier.name AS certifier,
          CASE WHEN ${isSeen} THEN candidate.name END AS name
        FROM decision JOIN entry ON entry.id = decision.entry_id
        JOIN enrolment ON enrolment.id = entry.enrolment_id
        JOIN person candidate ON candidate.id = enrolment.candidate_id
        JOIN person certifier ON certifier.id = decision.certifier_id
        JOIN exam_session session ON session.id = entry.exam_session_id
        LEFT JOIN near ON near.entry_id = entry.id
        WHERE ${inEffect} AND ${hasWords(decidedWords, q)}`,
      order: orderOf(
        {
          candidate: name,
          outcome: sql`grade`,
          certifier: sql`certifier COLLATE person_name`,
          decidedAt: sql`effective_at`,
        },
        sort,
        sql`effective_at DESC`,
      ),
    },
    place,
  );

/** How many cases this certifier finds in each list that the database tells by itself. */
export const countQueue = async (
  manager: EntityManager,
  onlooking: Onlooking,
): Promise<Omit<QueueCounts, 'aboveScores'>> => {
  const { text, values } = sql`WITH ${undecided(onlooking)}
    decided AS (SELECT count(*)::int AS count FROM decision WHERE ${inEffect})
    SELECT count(*) FILTER (WHERE list = 'clear')::int AS clear,
      count(*) FILTER (WHERE list = 'nearBoundary')::int AS "nearBoundary",
      count(*) FILTER (WHERE list = 'proposed')::int AS proposed,
      count(*) FILTER (WHERE list = 'blocked')::int AS blocked, (SELECT count FROM decided) AS decided
    FROM undecided`;
  const [counts] = (await manager.query(text, values)) as [QueueCounts];
  return counts;
};
