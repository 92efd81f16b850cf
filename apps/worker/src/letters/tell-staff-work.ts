import {
  accommodationLifecycle,
  entryLifecycle,
  examSessionLifecycle,
  type LocalizedText,
  type PersonRole,
} from '@ennead/contracts';
import { birth, sourcesOf } from '@ennead/domain';
import { queueMessage } from '@ennead/mail';
import { readBars, stateList, whereMay, type KnownAction } from '@ennead/persistence';
import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { DataSource, EntityManager } from 'typeorm';
import { forEach } from '../duties/for-each.ts';
import { transact } from '../transact.ts';

/** So long work gathers before a registrar is told of it, and so long they are not told again, as PostgreSQL reads intervals. */
const times = { gathers: '1 hour', rests: '24 hours' } as const;

type WorkKind = 'confirm' | 'accommodation' | 'problem';

/** What waits for a registrar, of which entry and since when; and what whoever sees to it has to be free to do, with what. */
const works: Readonly<
  Record<WorkKind, { readonly rows: string; readonly may: KnownAction; readonly words: LocalizedText }>
> = {
  confirm: {
    rows: `SELECT entry.id AS entry_id, entry.id AS on_id, entry.entered_at AS since FROM entry
      WHERE entry.state = ${stateList(entryLifecycle, ...sourcesOf(entryLifecycle, 'confirm'))}`,
    may: 'entry.clear',
    words: { 'zh-CN': '待确认的报考', en: 'entries to confirm' },
  },
  accommodation: {
    rows: `SELECT entry_id, entry_id AS on_id, asked_at AS since FROM accommodation
      WHERE state = ${stateList(accommodationLifecycle, birth(accommodationLifecycle, 'ask'))}`,
    may: 'accommodation.decide',
    words: { 'zh-CN': '待决定的特殊安排', en: 'accommodations to decide' },
  },
  problem: {
    rows: `SELECT portfolio.entry_id, review.id AS on_id, problem.reported_at AS since FROM script_problem problem
      JOIN review ON review.id = problem.review_id
      JOIN portfolio_version version ON version.id = review.portfolio_version_id
      JOIN portfolio ON portfolio.id = version.portfolio_id WHERE problem.answered_at IS NULL`,
    may: 'review.reassign',
    words: { 'zh-CN': '评审中报告的问题', en: 'problems reported on scripts' },
  },
};
const kinds = Object.keys(works) as WorkKind[];

const held = stateList(examSessionLifecycle, ...sourcesOf(examSessionLifecycle, 'cancel'));

/** Of somebody in SQL: when they were told the last time. */
const lastTold = (personId: string) =>
  `coalesce((SELECT max(queued_at) FROM message WHERE message.person_id = ${personId} AND message.kind = 'staff-work'), '-infinity')`;

type Somebody = { readonly id: string; readonly roles: PersonRole[] };

/** Registrars in whose sessions something has waited since they were told the last time, and who may be told again. */
const findToTell = (db: DataSource): Promise<Somebody[]> =>
  db.query(
    `SELECT person.id, person.roles FROM person CROSS JOIN LATERAL (SELECT ${lastTold('person.id')} AS at) told
     WHERE 'registrar' = ANY (person.roles) AND person.disabled_at IS NULL
       AND told.at <= clock() - interval '${times.rests}' AND EXISTS (
         SELECT FROM session_duty duty JOIN exam_session session ON session.id = duty.exam_session_id
         JOIN entry ON entry.exam_session_id = session.id
         JOIN (${kinds.map((kind) => works[kind].rows).join(' UNION ALL ')}) work ON work.entry_id = entry.id
         WHERE duty.person_id = person.id AND duty.until_at IS NULL AND session.state IN (${held})
           AND work.since > told.at AND work.since <= clock() - interval '${times.gathers}')
     ORDER BY person.id`,
  );

type Waiting = {
  readonly sessionId: string;
  readonly title: LocalizedText;
  readonly kind: WorkKind;
  readonly count: number;
  readonly isNew: boolean;
  readonly newest: Date;
};

/** What waits that this registrar may see to, by session. */
const findWaiting = async (manager: EntityManager, somebody: Somebody): Promise<Waiting[]> => {
  const { bars } = await readBars(manager);
  const ofKind = (
    kind: WorkKind,
  ): Sql => sql`SELECT ${kind} AS kind, work.* FROM (${raw(works[kind].rows)}) work
    WHERE ${whereMay(somebody, works[kind].may, sql`work.on_id`, bars)}`;
  const { text, values } =
    sql`SELECT session.id AS "sessionId", session.title, work.kind, count(*)::int AS count,
      max(work.since) AS newest, max(work.since) > ${raw(lastTold(`'${somebody.id}'`))} AS "isNew"
    FROM (${join(kinds.map(ofKind), ' UNION ALL ')}) work
    JOIN entry ON entry.id = work.entry_id JOIN exam_session session ON session.id = entry.exam_session_id
    WHERE session.state IN (${raw(held)})
    GROUP BY session.id, work.kind ORDER BY session.opens_at, session.id, work.kind`;
  return manager.query(text, values);
};

/**
 * Tells each registrar what waits for them in the sessions that they look after, all of it in one, at most once a day, and only where
 * something has come since: what they may not see to, for whose candidate it is, is not counted.
 *
 * @returns how many were told
 * @throws AggregateError as `forEach` does
 */
export const tellStaffWork = async (db: DataSource): Promise<number> => {
  const toTell = new Map((await findToTell(db)).map((one) => [one.id, one]));
  return forEach([...toTell.keys()], (id) =>
    transact(db, async (manager) => {
      const waiting = await findWaiting(manager, toTell.get(id)!);
      if (!waiting.some(({ isNew }) => isNew)) return false;
      const newest = Math.max(...waiting.map((one) => one.newest.getTime()));
      await queueMessage(manager, {
        kind: 'staff-work',
        to: { personId: id },
        params: { work: workWords(waiting) },
        about: { kind: 'person', id },
        once: `staff-work:${id}:${newest}`,
      });
      return true;
    }),
  );
};

/** A line for each session. */
const workWords = (waiting: readonly Waiting[]): LocalizedText => {
  const sessions = [...new Set(waiting.map(({ sessionId }) => sessionId))];
  const lines = (write: (title: LocalizedText, own: readonly Waiting[]) => string) =>
    sessions
      .map((id) => waiting.filter(({ sessionId }) => sessionId === id))
      .map((own) => write(own[0]!.title, own))
      .join('\n');
  return {
    'zh-CN': lines(
      (title, own) =>
        `${title['zh-CN']}：${own.map(({ kind, count }) => `${works[kind].words['zh-CN']}${count}项`).join('，')}`,
    ),
    en: lines(
      (title, own) =>
        `${title.en}: ${own.map(({ kind, count }) => `${works[kind].words.en} ${count}`).join(', ')}`,
    ),
  };
};
