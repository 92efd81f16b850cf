import { entryLifecycle, markingDays, portfolioLifecycle, type PartKind } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { findPreparation, queueMessage } from '@ennead/mail';
import { heldTime, stateList, type ContentBank } from '@ennead/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { forEach } from '../duties/for-each.ts';
import { transact } from '../transact.ts';
import { findSitting } from './find-sitting.ts';
import { partsWords } from './part-words.ts';
import { tellStaffWork } from './tell-staff-work.ts';
import { at } from './teller.ts';
import { openReview, tellScript } from './tell-script.ts';

/** How long before and after people are reminded, as PostgreSQL reads intervals. */
const reminderTimes = {
  beforeOpening: '24 hours',
  beforeClosing: '24 hours',
} as const;

/** So many in one round; the next comes at once where there are more. */
const most = 200;

/** States of an entry that nothing has come of yet. */
const entered = stateList(entryLifecycle, ...sourcesOf(entryLifecycle, 'miss'));
const unsubmitted = stateList(portfolioLifecycle, ...sourcesOf(portfolioLifecycle, 'submit'));

/** One reminder, by the occasion that it is of: a session that moves is an occasion anew. */
type Due = { readonly id: string; readonly once: string };
type DueParts = Due & { readonly kinds: PartKind[]; readonly closesAt: Date };
type Reminder<Row extends Due> = {
  readonly find: string;
  readonly write: (manager: EntityManager, bank: ContentBank, due: Row) => Promise<void>;
};

const unwritten = (once: string) => `NOT EXISTS (SELECT FROM message WHERE message.once = ${once})`;
const occasion = (kind: string, id: string, instant: string) =>
  `'${kind}:' || ${id} || ':' || extract(epoch FROM ${instant})::bigint`;

const soonOnce = occasion('session-soon', 'entry.id', 'session.opens_at');

const soon: Reminder<Due> = {
  find: `SELECT entry.id, ${soonOnce} AS once FROM entry
    JOIN exam_session session ON session.id = entry.exam_session_id
    WHERE entry.state IN (${entered}) AND session.opens_at > clock()
      AND session.opens_at <= clock() + interval '${reminderTimes.beforeOpening}' AND ${unwritten(soonOnce)}
    ORDER BY session.opens_at, entry.id LIMIT ${most}`,
  write: async (manager, bank, { id, once }) => {
    const sitting = await findSitting(manager, bank, id);
    const { candidateId, certification, sessionTitle, opensAt, closesAt } = sitting;
    await queueMessage(manager, {
      kind: 'session-soon',
      to: { personId: candidateId },
      params: {
        certification,
        session: sessionTitle,
        opens: at(opensAt),
        closes: at(closesAt),
        ...(await findPreparation(manager, id)),
      },
      entryId: id,
      about: { kind: 'entry', id },
      once,
    });
  },
};

const closesAt = `coalesce(part.closes_at, session.closes_at)`;

/** Parts that have to be sat: of others the score is carried over. */
const toSit = `NOT EXISTS (SELECT FROM entry_score pointer JOIN score ON score.id = pointer.score_id
  WHERE pointer.entry_id = entry.id AND score.carried_from_id IS NOT NULL AND score.dimension = part.dimension)`;

const openOnce = occasion('part-open', 'entry.id', 'session.opens_at');

/** To whoever entered before it opened: whoever enters later was told then that it is open. */
const open: Reminder<DueParts> = {
  find: `SELECT entry.id, ${openOnce} AS once, session.closes_at AS "closesAt",
      array_agg(part.kind ORDER BY part.position) AS kinds
    FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
    JOIN session_part part ON part.exam_session_id = session.id
    WHERE entry.state IN (${entered}) AND entry.first_sat_at IS NULL AND session.opens_at <= clock()
      AND session.closes_at > clock() AND entry.entered_at < session.opens_at AND ${toSit}
      AND ${unwritten(openOnce)}
    GROUP BY entry.id, session.id ORDER BY session.opens_at, entry.id LIMIT ${most}`,
  write: async (manager, bank, { id, once, kinds, closesAt: closes }) => {
    const { candidateId, sessionTitle } = await findSitting(manager, bank, id);
    await queueMessage(manager, {
      kind: 'part-open',
      to: { personId: candidateId },
      params: {
        session: sessionTitle,
        parts: partsWords(kinds),
        closes: at(closes),
        ...(await findPreparation(manager, id)),
      },
      entryId: id,
      about: { kind: 'entry', id },
      once,
    });
  },
};

const unfinished = `CASE part.kind
  WHEN 'form' THEN NOT EXISTS (SELECT FROM attempt own
    WHERE own.entry_id = entry.id AND own.session_part_id = part.id)
  WHEN 'lab' THEN NOT EXISTS (SELECT FROM lab_session own
    WHERE own.entry_id = entry.id AND own.session_part_id = part.id)
  ELSE NOT EXISTS (SELECT FROM portfolio own WHERE own.entry_id = entry.id AND own.session_part_id = part.id
    AND own.state NOT IN (${unsubmitted})) END`;

const closingOnce = occasion('part-closing', 'entry.id', closesAt);

/** A window that is shorter than two days is half over first, so that nobody is told of both its ends at once. */
const isClosing = `clock() >= greatest(${closesAt} - interval '${reminderTimes.beforeClosing}',
  session.opens_at + (${closesAt} - session.opens_at) / 2)`;

const closing: Reminder<DueParts> = {
  find: `SELECT entry.id, ${closingOnce} AS once, ${closesAt} AS "closesAt",
      array_agg(part.kind ORDER BY part.position) AS kinds
    FROM entry JOIN exam_session session ON session.id = entry.exam_session_id
    JOIN session_part part ON part.exam_session_id = session.id
    WHERE entry.state IN (${entered}) AND ${closesAt} > clock() AND ${isClosing} AND ${unfinished} AND ${toSit}
      AND ${unwritten(closingOnce)}
    GROUP BY entry.id, ${closesAt} ORDER BY ${closesAt}, entry.id LIMIT ${most}`,
  write: async (manager, bank, { id, once, kinds, closesAt: closes }) => {
    const { candidateId, sessionTitle } = await findSitting(manager, bank, id);
    await queueMessage(manager, {
      kind: 'part-closing',
      to: { personId: candidateId },
      params: { session: sessionTitle, parts: partsWords(kinds), closes: at(closes) },
      entryId: id,
      about: { kind: 'entry', id },
      once,
    });
  },
};

const readyOnce = `'ready-to-begin:' || seen.id`;

/** To whoever lacks nothing any more, once a registrar has seen their paper: what anybody gives themselves they know of. */
const ready: Reminder<Due> = {
  find: `SELECT entry.id, ${readyOnce} AS once FROM entry
    JOIN exam_session session ON session.id = entry.exam_session_id
    JOIN enrolment ON enrolment.id = entry.enrolment_id JOIN person ON person.id = enrolment.candidate_id
    CROSS JOIN LATERAL (SELECT id, by FROM clearance WHERE clearance.entry_id = entry.id AND clearance.kind = 'identity'
      ORDER BY at DESC, id DESC LIMIT 1) seen
    WHERE entry.state IN (${entered}) AND entry.first_sat_at IS NULL AND session.closes_at > clock()
      AND 'identity' = ANY (session.clearances) AND seen.by IS NOT NULL AND person.email_confirmed_at IS NOT NULL
      AND NOT EXISTS (SELECT FROM missing_clearance missing WHERE missing.entry_id = entry.id)
      AND ${unwritten(readyOnce)}
    ORDER BY session.opens_at, entry.id LIMIT ${most}`,
  write: async (manager, bank, { id, once }) => {
    const { candidateId, sessionTitle, opensAt, closesAt: closes } = await findSitting(manager, bank, id);
    const { where } = await findPreparation(manager, id);
    await queueMessage(manager, {
      kind: 'ready-to-begin',
      to: { personId: candidateId },
      params: { session: sessionTitle, opens: at(opensAt), closes: at(closes), where },
      entryId: id,
      about: { kind: 'entry', id },
      once,
    });
  },
};

const overdueOnce = `'script-overdue:' || review.id`;

const overdue: Reminder<Due> = {
  find: `SELECT review.id, ${overdueOnce} AS once FROM review
    WHERE review.state IN (${openReview})
      AND review.assigned_at + interval '${markingDays} days' + ${heldTime} <= clock() AND ${unwritten(overdueOnce)}
    ORDER BY review.assigned_at, review.id LIMIT ${most}`,
  write: (manager, bank, { id }) => tellScript('script-overdue')(manager, bank, id),
};

/**
 * Writes what people are reminded of by the clock, once an occasion.
 *
 * @returns how many were reminded
 * @throws AggregateError as `forEach` does
 */
export const remind = async (db: DataSource, bank: ContentBank): Promise<number> => {
  const write = async <Row extends Due>({ find, write: put }: Reminder<Row>): Promise<number> => {
    const due = new Map(((await db.query(find)) as Row[]).map((row) => [row.once, row]));
    return forEach([...due.keys()], (once) =>
      transact(db, async (manager) => {
        await put(manager, bank, due.get(once)!);
        return true;
      }),
    );
  };
  let told = 0;
  for (const reminder of [soon, open, closing, ready, overdue] as const) told += await write(reminder);
  return told + (await tellStaffWork(db));
};
