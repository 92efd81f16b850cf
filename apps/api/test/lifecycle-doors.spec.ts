import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { statesOf, type EventFacts, type Lifecycle } from '@ennead/contracts';
import { DomainFault } from '@ennead/domain';
import { create, type Guard, type Machine, machines, transition } from '@ennead/persistence';
import { queueMessage } from '@ennead/mail';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { enrol, openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { undone } from './harness/undone.ts';
import { spelledOut } from './lifecycle-moves.ts';

let api: TestApi;
let actorId: string;
/** One thing of every kind, in whatever state it came to. */
let things: Record<string, { id: string; entryId: string | null }>;
/** What another of its kind has to have otherwise, to stand beside it. */
let another: Record<string, object>;

beforeAll(async () => {
  api = await startApi();
  const session = await openSession(api);
  const { client, person } = await logInAs(api, { roles: ['certifier'] });
  const { entry, candidate } = await aScoredCase(api, session);
  await client.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
  await api.db.query(
    `INSERT INTO invitation (token_hash, person_id, state, expires_at) VALUES ('one', $1, 'pending', clock())`,
    [candidate.id],
  );
  await api.db.query(
    `INSERT INTO one_time_link (token_hash, purpose, person_id, address, mailed, state, expires_at)
     VALUES ('a link', 'reset-password', $1, 'ada@example.org', true, 'pending', clock())`,
    [candidate.id],
  );
  await queueMessage(api.db.manager, {
    kind: 'password-changed',
    to: { personId: candidate.id },
    params: { at: { at: '2026-11-26T10:00:00Z' } },
  });
  const newcomer = await aPerson(api.db);
  const other = await enrol(api.db, newcomer, session);
  const [unused]: [{ id: string }] = await api.db.query(
    `INSERT INTO enrolment (candidate_id, role, level, state)
     SELECT $1, role, 'senior', 'active' FROM enrolment WHERE id = $2 RETURNING id`,
    [newcomer.id, entry.enrolmentId],
  );
  const ofEntry = async (query: string) => {
    const [found]: [{ id: string }] = await api.db.query(query, [entry.id]);
    return { id: found.id, entryId: entry.id };
  };
  const noEntry = async (query: string) => ({ ...(await ofEntry(query)), entryId: null });
  const [proposed]: [{ id: string }] = await api.db.query(
    `INSERT INTO appointment_proposal (person_id, role, asked_by, state) VALUES ($1, 'administrator', $1, 'open') RETURNING id`,
    [candidate.id],
  );
  const [threat]: [{ id: string }] = await api.db.query(
    `INSERT INTO threat (source, title, description, found_by, state) VALUES ('other', '', '', $1, 'watched') RETURNING id`,
    [candidate.id],
  );
  const [accommodation]: [{ id: string }] = await api.db.query(
    `INSERT INTO accommodation (entry_id, asked, reason, evidence, asked_by, state)
     VALUES ($1, '{}', '', '', $2, 'asked') RETURNING id`,
    [entry.id, candidate.id],
  );
  const [exception]: [{ id: string }] = await api.db.query(
    `INSERT INTO bar_exception (person_id, act, entry_id, ties, reason, days, state)
     VALUES ($1, 'decide', $2, '{colleague}', '', 1, 'asked') RETURNING id`,
    [candidate.id, entry.id],
  );
  actorId = person.id;
  things = {
    enrolment: { id: entry.enrolmentId, entryId: null },
    entry: { id: entry.id, entryId: entry.id },
    'exam-session': { id: session.id, entryId: null },
    attempt: await ofEntry('SELECT id FROM attempt WHERE entry_id = $1'),
    'lab-session': await ofEntry('SELECT id FROM lab_session WHERE entry_id = $1'),
    portfolio: await ofEntry('SELECT id FROM portfolio WHERE entry_id = $1'),
    review: await noEntry(
      `SELECT review.id FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
       JOIN portfolio ON portfolio.id = version.portfolio_id WHERE portfolio.entry_id = $1 LIMIT 1`,
    ),
    decision: await ofEntry('SELECT id FROM decision WHERE entry_id = $1'),
    credential: await noEntry(
      `SELECT credential.id FROM credential JOIN decision ON decision.id = credential.decision_id
       WHERE decision.entry_id = $1`,
    ),
    invitation: { id: 'one', entryId: null },
    'appointment-proposal': { id: proposed.id, entryId: null },
    threat: { id: threat.id, entryId: null },
    'bar-exception': { id: exception.id, entryId: entry.id },
    accommodation: { id: accommodation.id, entryId: entry.id },
    message: await noEntry('SELECT id FROM message WHERE $1::uuid IS NOT NULL LIMIT 1'),
    'one-time-link': { id: 'a link', entryId: null },
    'score-run': await noEntry('SELECT run_id AS id FROM score WHERE entry_id = $1 LIMIT 1'),
  };
  const elsewhere = { entryId: other.id };
  another = {
    enrolment: { level: 'senior' },
    entry: { enrolmentId: unused.id },
    accommodation: elsewhere,
    attempt: { ...elsewhere, scoredAt: null },
    'lab-session': elsewhere,
    portfolio: { ...elsewhere, scoredAt: null },
    'appointment-proposal': { role: 'certifier' },
    'bar-exception': { act: 'excuse' },
    review: { reviewerId: newcomer.id },
    decision: elsewhere,
    credential: { number: 'another', enrolmentId: other.enrolmentId },
    message: { messageId: '<another@ennead>', once: null },
    invitation: { tokenHash: 'another', personId: newcomer.id },
    'one-time-link': { tokenHash: 'another', personId: newcomer.id },
  };
});
afterAll(() => api?.close());

const then = new Date('2026-11-26T10:00:00Z');

/** What the database wants beside one state of a thing, and beside no other. */
const beside = ({ thing }: Lifecycle, state: string) => {
  if (thing === 'attempt' || thing === 'portfolio') return { scoredAt: state === 'scored' ? then : null };
  if (thing === 'bar-exception') {
    const answered = { answer: '', answeredBy: actorId, answeredAt: then };
    const nothing = { answer: null, answeredBy: null, answeredAt: null };
    return { ...(state === 'asked' ? nothing : answered), untilAt: state === 'approved' ? then : null };
  }
  if (thing === 'accommodation') {
    const isDecided = ['approved', 'refused', 'ended'].includes(state);
    const measures = isDecided && state !== 'refused' ? {} : null;
    return isDecided
      ? { measures, answer: '', decidedBy: actorId, decidedAt: then }
      : { measures, answer: null, decidedBy: null, decidedAt: null };
  }
  if (thing !== 'review') return {};
  const marks = state === 'submitted' || state === 'set-aside' ? { submittedAt: then } : {};
  return ['handed-back', 'set-aside'].includes(state)
    ? { ...marks, endedAt: then, endedFor: 'left' }
    : { ...marks, endedAt: null, endedFor: null };
};

const keyOf = (manager: EntityManager, { entity }: Machine) =>
  manager.connection.getMetadata(entity).primaryColumns[0]!;

const traces = async (manager: EntityManager, id: string) => ({
  trail: (await manager.query(
    'SELECT action, entry_id, actor_id FROM audit_event WHERE subject_id = $1 ORDER BY id',
    [id],
  )) as { action: string }[],
  outbox: (await manager.query('SELECT name, entry_id FROM outbox_event WHERE subject_id = $1 ORDER BY id', [
    id,
  ])) as { name: string }[],
});

const rowOf = async (manager: EntityManager, machine: Machine, id: string) => {
  const key = keyOf(manager, machine).propertyName;
  return (await manager.findOneByOrFail(machine.entity, { [key]: id })) as { state: string };
};

const guardsOf = ({ events }: Lifecycle, event: string) => (events[event] as EventFacts).guards ?? [];
const all = (names: readonly string[], guard: Guard) =>
  Object.fromEntries(names.map((name) => [name, guard]));
const label = (lifecycle: Lifecycle, event: string) => {
  const guards = guardsOf(lifecycle, event);
  return guards.length ? `${event}[${guards.join(',')}]` : event;
};

/** What stands in the trail and in the outbox since; the same in both, or it says so. */
const lineSince = async (
  manager: EntityManager,
  { id, entryId }: { id: string; entryId: string | null },
  before: Awaited<ReturnType<typeof traces>>,
): Promise<string> => {
  const { trail, outbox } = await traces(manager, id);
  const [line, ...more] = trail.slice(before.trail.length);
  expect(more).toEqual([]);
  expect(line).toEqual({ action: line?.action, entry_id: entryId, actor_id: actorId });
  expect(outbox.slice(before.outbox.length)).toEqual([{ name: line?.action, entry_id: entryId }]);
  return line!.action;
};

/** Asks the door for an event in a state: the move that came of it, or null where nothing did. */
const tryMove = (machine: Machine, from: string, event: string): Promise<string | null> =>
  undone(api.db, async (manager) => {
    const { lifecycle, entity } = machine;
    const thing = things[lifecycle.thing]!;
    const key = keyOf(manager, machine).propertyName;
    const state = { state: from, ...beside(lifecycle, from) };
    await manager.update(entity, { [key]: thing.id }, state);
    const [row, before] = [await rowOf(manager, machine, thing.id), await traces(manager, thing.id)];
    const line = spelledOut[lifecycle.thing]!.moves.find((one) =>
      one.startsWith(`${from} ${label(lifecycle, event)} `),
    );
    const set = beside(lifecycle, line?.split(/-> |: /)[1] ?? from);
    const ask = (guards: Record<string, Guard>) =>
      transition(manager, machine, thing.id, { event, guards, set, actorId } as never);
    const names = guardsOf(lifecycle, event);
    for (const name of names) expect(await ask({ ...all(names, sql`true`), [name]: sql`false` })).toBeNull();
    const unmoved = { row: await rowOf(manager, machine, thing.id), ...(await traces(manager, thing.id)) };
    expect(unmoved).toEqual({ row, ...before });
    const moved = await ask(all(names, sql`true`));
    const after = await rowOf(manager, machine, thing.id);
    if (!moved) {
      expect({ row: after, ...(await traces(manager, thing.id)) }).toEqual({ row, ...before });
      return null;
    }
    expect(moved).toMatchObject({ from, row: after });
    const action = await lineSince(manager, thing, before);
    return `${from} ${label(lifecycle, event)} -> ${after.state}: ${action}`;
  });

/** Asks the door for something new by an event: what it was born as, or null where nothing was. */
const tryBirth = (machine: Machine, event: string): Promise<string | null> =>
  undone(api.db, async (manager) => {
    const { lifecycle, entity } = machine;
    const thing = things[lifecycle.thing]!;
    const key = keyOf(manager, machine).propertyName;
    const { state: _, [key as never]: __, ...own } = await rowOf(manager, machine, thing.id);
    const values = { ...(own as object), ...another[lifecycle.thing] };
    const names = guardsOf(lifecycle, event);
    const count = await manager.count(entity);
    const ask = (guards: Record<string, Guard>) =>
      create(manager, machine, { event, values, guards, actorId } as never).catch((fault: unknown) => {
        if (fault instanceof DomainFault && fault.code === 'ILLEGAL_MOVE') return null;
        throw fault;
      });
    for (const name of names) expect(await ask({ ...all(names, sql`true`), [name]: sql`false` })).toBeNull();
    const born = (await ask(all(names, sql`true`))) as Record<string, string> | null;
    expect(await manager.count(entity)).toBe(count + (born ? 1 : 0));
    if (!born) return null;
    const row = await rowOf(manager, machine, born[key]!);
    const entryId = lifecycle.thing === 'entry' ? born['id']! : (born['entryId'] ?? null);
    const action = await lineSince(manager, { id: born[key]!, entryId }, { trail: [], outbox: [] });
    return `- ${label(lifecycle, event)} -> ${row.state}: ${action}`;
  });

describe('the only door', () => {
  it('knows these machines, and no other', () => {
    const known = machines.map(({ lifecycle }) => lifecycle.thing);
    expect([...known].sort()).toEqual(Object.keys(spelledOut).sort());
  });

  it.each(machines.map((machine) => [machine.lifecycle.thing, machine as unknown as Machine] as const))(
    'opens for these moves of the %s, and for no other',
    async (thing, machine) => {
      const { states, moves } = spelledOut[thing]!;
      expect([...statesOf(machine.lifecycle)].sort()).toEqual(states.split(' ').sort());
      const events = Object.keys(machine.lifecycle.events);
      const found: (string | null)[] = [];
      for (const event of events) found.push(await tryBirth(machine, event));
      for (const state of states.split(' '))
        for (const event of events) found.push(await tryMove(machine, state, event));
      expect(found.filter(Boolean)).toEqual(moves);
    },
  );
});
