import {
  attemptLifecycle,
  entryLifecycle,
  eventName,
  labSessionLifecycle,
  pendingEntryStates,
  type EntryState,
  type MessageChange,
  type MessageParam,
  type PartKind,
} from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { findPreparation, queueMessage } from '@ennead/mail';
import { stateList } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findAct } from './find-act.ts';
import { findManagersOf } from './find-managers.ts';
import {
  endOf,
  findSessionChanges,
  ownDeadlineWords,
  type PlacedPart,
  type SessionFacts,
} from './session-facts.ts';
import { at, type Teller } from './teller.ts';

type Act = { readonly reason: string; readonly before?: SessionFacts; readonly after?: SessionFacts };

type Told = { readonly id: string; readonly candidateId: string };

/** To everybody whose entry nothing has come of yet, of what has changed about its session, each with a deadline of theirs that moved; and to their managers. */
export const tellSessionChanged: Teller = async (manager, _bank, sessionId, eventId) => {
  const act = await findAct<Act>(manager, eventId);
  if (!act?.detail.before || !act.detail.after) return;
  const { before, after, reason } = act.detail;
  const parts: PlacedPart[] = await manager.query(
    'SELECT position, kind FROM session_part WHERE exam_session_id = $1 ORDER BY position',
    [sessionId],
  );
  const changes = findSessionChanges(before, after, parts);
  if (changes.length === 0) return;
  const moved = await findMovedDeadlines(manager, sessionId, act.at, (part) => endOf(before, part));
  // As they know it, where it has another title now.
  const session = before.title ?? act.title;
  const told: Changed[] = await manager.query(
    `SELECT entry.id, enrolment.candidate_id AS "candidateId", entry.state, entry.answer_by AS "answerBy" FROM entry
     JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE entry.exam_session_id = $1 AND entry.state IN (${concerned}) AND entry.entered_at <= $2 ORDER BY entry.id`,
    [sessionId, act.at],
  );
  for (const entry of told)
    await tellOne(manager, entry, {
      params: { session, changes: { changes: [...changes, ...(moved.get(entry.id) ?? [])] }, reason },
      eventId,
    });
  for (const personId of await findManagersOf(manager, idsOf(told)))
    await queueMessage(manager, {
      kind: 'cohort-session-changed',
      to: { personId },
      params: { session, changes: { changes }, reason },
      about: { kind: 'exam-session', id: sessionId },
      once: `cohort-session-changed:${personId}:${eventId}`,
    });
};

type Changed = Told & { readonly state: EntryState; readonly answerBy: Date | null };
type Change = {
  readonly params: Readonly<Record<'session' | 'changes' | 'reason', MessageParam>>;
  readonly eventId: string;
};

const toConfirm = sourcesOf(entryLifecycle, 'confirm');
const inLine = sourcesOf(entryLifecycle, 'offer');
const toAnswer = sourcesOf(entryLifecycle, 'accept');

/** In the words of how they stand: who has a seat, who has yet to answer, who waits for the body, and who waits in line. */
const tellOne = async (
  manager: EntityManager,
  { id, candidateId, state, answerBy }: Changed,
  { params, eventId }: Change,
): Promise<void> => {
  const shared = {
    to: { personId: candidateId },
    entryId: id,
    about: { kind: 'entry', id },
    once: `session-changed:${id}:${eventId}`,
  } as const;
  if (toConfirm.includes(state))
    await queueMessage(manager, { ...shared, kind: 'session-changed-requested', params });
  else if (inLine.includes(state))
    await queueMessage(manager, { ...shared, kind: 'session-changed-waiting', params });
  else if (!toAnswer.includes(state)) {
    const { steps } = await findPreparation(manager, id);
    await queueMessage(manager, { ...shared, kind: 'session-changed', params: { ...params, steps } });
  } else if (answerBy) {
    const until = at(answerBy);
    await queueMessage(manager, { ...shared, kind: 'session-changed-invited', params: { ...params, until } });
  }
};

/** To everybody whose entry ended with its session, also who was only asked or waited, and to nobody whose had ended before. */
export const tellSessionCancelled: Teller = async (manager, _bank, sessionId, eventId) => {
  const act = await findAct<Act>(manager, eventId);
  if (!act) return;
  const told: Told[] = await manager.query(
    `SELECT entry.id, enrolment.candidate_id AS "candidateId" FROM entry
     JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE entry.exam_session_id = $1 AND EXISTS (SELECT FROM audit_event line
       JOIN outbox_event event ON event.at = line.at AND event.id = $3
       WHERE line.entry_id = entry.id AND line.action = ANY ($2))
     ORDER BY entry.id`,
    [sessionId, ended, eventId],
  );
  for (const { id, candidateId } of told)
    await queueMessage(manager, {
      kind: 'session-cancelled',
      to: { personId: candidateId },
      params: { session: act.title, reason: act.detail.reason },
      entryId: id,
      about: { kind: 'entry', id },
      once: `session-cancelled:${id}`,
    });
  for (const personId of await findManagersOf(manager, idsOf(told)))
    await queueMessage(manager, {
      kind: 'cohort-session-cancelled',
      to: { personId },
      params: { session: act.title, reason: act.detail.reason },
      about: { kind: 'exam-session', id: sessionId },
      once: `cohort-session-cancelled:${personId}:${sessionId}`,
    });
};

const idsOf = (told: readonly Told[]): string[] => told.map(({ id }) => id);

const ended = [eventName(entryLifecycle, 'excuse'), eventName(entryLifecycle, 'withdraw')];

/** Entries that nothing has come of yet, and those that have yet to come about. */
const concerned = stateList(entryLifecycle, ...sourcesOf(entryLifecycle, 'miss'), ...pendingEntryStates);

const running = {
  attempt: stateList(attemptLifecycle, ...sourcesOf(attemptLifecycle, 'expire')),
  lab_session: stateList(labSessionLifecycle, ...sourcesOf(labSessionLifecycle, 'expire')),
} as const;

type Sitting = { entryId: string; position: number; kind: PartKind; deadlineAt: Date };

/** By entry: deadlines of parts that somebody was amid, which the former end had cut and the new one does not. */
const findMovedDeadlines = async (
  manager: EntityManager,
  sessionId: string,
  since: Date,
  formerEnd: (part: PlacedPart) => string,
): Promise<Map<string, MessageChange[]>> => {
  const moved = new Map<string, MessageChange[]>();
  for (const [table, states] of Object.entries(running)) {
    const sittings: Sitting[] = await manager.query(
      `SELECT own.entry_id AS "entryId", part.position, part.kind, own.deadline_at AS "deadlineAt"
       FROM ${table} own JOIN session_part part ON part.id = own.session_part_id
       WHERE part.exam_session_id = $1 AND own.state IN (${states}) AND own.started_at <= $2
       ORDER BY part.position`,
      [sessionId, since],
    );
    for (const { entryId, deadlineAt, ...part } of sittings) {
      const from = formerEnd(part);
      if (deadlineAt <= new Date(from)) continue;
      const change = { what: ownDeadlineWords(part.kind), from: { at: from }, to: at(deadlineAt) };
      moved.set(entryId, [...(moved.get(entryId) ?? []), change]);
    }
  }
  return moved;
};
