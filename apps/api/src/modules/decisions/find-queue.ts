import {
  decisionLifecycle,
  entryLifecycle,
  type DecidedQuery,
  type QueueCounts,
  type UndecidedQuery,
} from '@ennead/contracts';
import { soleBarsOf, undecidedStates, type Relation } from '@ennead/domain';
import { decisionInEffect, isOverUnbegun, stateList } from '@ennead/persistence';
import sql, { raw } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { hasWords, orderOf, readPage, type PageOfIds } from '../../infrastructure/read-page.ts';

const open = raw(stateList(entryLifecycle, ...undecidedStates));
const proposed = raw(stateList(decisionLifecycle, 'proposed'));
export const inEffect = raw(decisionInEffect);

const listOf = (relations: readonly Relation[]) =>
  raw(relations.map((relation) => `'${relation}'`).join(', '));
const barring = soleBarsOf('case.decide');
const blinding = soleBarsOf('case.identify');

/** Every entry that this certifier stands to in one of these relations, and which of them bar and which blind. */
const nearBy = (certifierId: string, relations: readonly Relation[]) => sql`near AS MATERIALIZED (
  SELECT subject_id AS entry_id, bool_or(relation IN (${listOf(barring)})) AS is_barred,
    bool_or(relation IN (${listOf(blinding)})) AS is_blind
  FROM person_relation WHERE subject = 'entry' AND person_id = ${certifierId} AND relation IN (${listOf(relations)})
  GROUP BY subject_id),`;

/** For lists of what is decided, which keep nothing back but whose it is. */
export const near = (certifierId: string) => nearBy(certifierId, blinding);

/** Of a row that `near` is joined to: neither name nor scores may show otherwise, in words or by the order. */
export const isSeen = sql`near.is_blind IS NOT TRUE`;

const title = sql`session.title ->> 'zh-CN', session.title ->> 'en'`;

/**
 * Every case that waits for its decision or on which something is proposed, such as a withdrawal, with the list in which this
 * certifier finds it and what may order it.
 */
const undecided = (
  certifierId: string,
) => sql`${nearBy(certifierId, [...barring, ...blinding])} undecided AS MATERIALIZED (
  SELECT entry.id, entry.entered_at, score.ready_since,
    CASE WHEN ${isSeen} THEN candidate.name END AS name,
    CASE WHEN near.is_barred IS NOT TRUE THEN score.composite END AS composite,
    concat_ws(' ', ${title}, CASE WHEN ${isSeen} THEN concat_ws(' ', candidate.name, cohort.name) END) AS words,
    CASE WHEN score.composite IS NULL OR near.is_barred THEN 'blocked'
    WHEN proposal.certifier_id = ${certifierId} THEN 'blocked' WHEN proposal.id IS NOT NULL THEN 'proposed'
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
  certifierId: string,
  { list, q, sort, ...place }: UndecidedQuery,
): Promise<PageOfIds> =>
  readPage(
    manager,
    {
      having: undecided(certifierId),
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
  certifierId: string,
  { q, sort, ...place }: DecidedQuery,
): Promise<PageOfIds> =>
  readPage(
    manager,
    {
      having: near(certifierId),
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
  certifierId: string,
): Promise<Omit<QueueCounts, 'aboveScores'>> => {
  const { text, values } = sql`WITH ${undecided(certifierId)}
    decided AS (SELECT count(*)::int AS count FROM decision WHERE ${inEffect})
    SELECT count(*) FILTER (WHERE list = 'clear')::int AS clear,
      count(*) FILTER (WHERE list = 'nearBoundary')::int AS "nearBoundary",
      count(*) FILTER (WHERE list = 'proposed')::int AS proposed,
      count(*) FILTER (WHERE list = 'blocked')::int AS blocked, (SELECT count FROM decided) AS decided
    FROM undecided`;
  const [counts] = (await manager.query(text, values)) as [QueueCounts];
  return counts;
};
