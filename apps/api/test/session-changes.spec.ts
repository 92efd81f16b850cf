import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { AuditEvent, Entry, ExamSession, LabSession, makeDataSource, SessionPart } from '@ennead/persistence';
import { expireAttempt } from '@ennead/scoring';
import { eventually, makeClockShiftable, shiftClock } from '@ennead/testing';
import { aSave, aWindow, enrol, openSession, partPath, sit } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { aPerson, anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';

let api: TestApi;
let administrator: Client;
beforeAll(async () => {
  api = await startApi({ RUNNER_URL: 'http://127.0.0.1:9' });
  await makeClockShiftable(api.db);
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const reason = 'The power at the venue failed.';

const ahead = () => openSession(api, { ...aWindow(), opensAt: at(day), closesAt: at(2 * day) });
const changeOf = ({ title, venue, halls, opensAt, closesAt }: ExamSessionView, changes: object = {}) => ({
  title,
  venue,
  halls,
  opensAt,
  closesAt,
  reason,
  ...changes,
});
const change = (session: ExamSessionView, changes: object) =>
  administrator.patch(`/api/sessions/${session.id}`, changeOf(session, changes));
const extend = (session: ExamSessionView, body: object) =>
  administrator.post(`/api/sessions/${session.id}/extend`, { reason, ...body });
const cancel = (session: ExamSessionView) =>
  administrator.post(`/api/sessions/${session.id}/cancel`, { reason });
const codeOf = async (answer: PromiseLike<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer;
  return status < 300 ? 'done' : body.code;
};
const countBlocked = async (): Promise<number> => {
  const [{ count }] = await api.db.query(
    `SELECT count(DISTINCT pid)::int AS count FROM pg_locks JOIN pg_stat_activity activity USING (pid)
     WHERE NOT pg_locks.granted AND activity.datname = current_database()`,
  );
  return count as number;
};
const deadlineOf = async (id: string, table = 'attempt'): Promise<string> =>
  (await api.db.query(`SELECT deadline_at FROM ${table} WHERE id = $1`, [id]))[0].deadline_at.toISOString();

describe('where and how', () => {
  it('a session is held is told to the administrator and the candidate, with the zone', async () => {
    const session = await openSession(api, {
      ...aWindow(),
      venue: '示范大学三号楼',
      halls: ['第一考场', '第二考场'],
    });
    expect(session).toMatchObject({ venue: '示范大学三号楼', supervision: 'invigilated', purpose: 'exam' });
    const { client } = await sit(api, session);
    const [entry] = (await client.get('/api/entries/mine').expect(200)).body;
    expect(entry.place).toEqual({
      venue: '示范大学三号楼',
      halls: ['第一考场', '第二考场'],
      supervision: 'invigilated',
      timeZone: 'Asia/Shanghai',
    });
    expect(entry.isCancelled).toBe(false);
  });

  it('practice is scheduled as a mock, of which no decision is made', async () => {
    const practice = await openSession(api, { ...aWindow(), supervision: 'practice' });
    expect(practice).toMatchObject({ purpose: 'mock', supervision: 'practice' });
  });

  it.each([
    ['a hall twice', { halls: ['A', 'A'] }],
    ['a venue of two lines', { venue: 'one\ntwo' }],
    ['supervision of another kind', { supervision: 'remote' }],
  ])('refuses %s', async (_, odd) => {
    await administrator.post('/api/sessions', { ...aWindow(), ...odd }).expect(400);
  });
});

describe('before it opens', () => {
  it('title, place and dates change with a reason that is kept, and it is told in the outbox', async () => {
    const session = await ahead();
    const portfolio = session.parts.find(({ kind }) => kind === 'portfolio')!;
    const dates = { opensAt: at(3 * day), closesAt: at(4 * day) };
    const changed = await change(session, {
      ...dates,
      title: { 'zh-CN': '改期', en: 'Postponed' },
      venue: 'North building',
      halls: ['1'],
      parts: [{ id: portfolio.id, closesAt: at(9 * day) }],
    }).expect(200);
    expect(changed.body).toMatchObject({
      ...dates,
      venue: 'North building',
      halls: ['1'],
      state: 'scheduled',
    });
    expect(changed.body.parts.find(({ id }: { id: string }) => id === portfolio.id).closesAt).not.toBeNull();
    const line = await api.db.manager.findOneByOrFail(AuditEvent, {
      subjectId: session.id,
      action: 'exam-session.changed',
    });
    expect(line.detail).toMatchObject({
      reason,
      before: { opensAt: session.opensAt, venue: null },
      after: { ...dates, title: { en: 'Postponed' } },
    });
    const [event] = await api.db.query(
      `SELECT count(*)::int AS count FROM outbox_event WHERE subject_id = $1 AND name = 'exam-session.changed'`,
      [session.id],
    );
    expect(event.count).toBe(1);
  });

  it.each<[string, (session: ExamSessionView) => object, number, string]>([
    ['no reason', () => ({ reason: 'short' }), 400, 'INPUT_INVALID'],
    ['another role', () => ({ role: 'data-engineer' }), 400, 'INPUT_INVALID'],
    ['another level', () => ({ level: 'senior' }), 400, 'INPUT_INVALID'],
    ['an end before its opening', () => ({ closesAt: at(hour) }), 400, 'INPUT_INVALID'],
    ['an end that has passed', () => ({ opensAt: at(-2 * day), closesAt: at(-day) }), 409, 'SESSION_PAST'],
    [
      'a part that would close before it opens',
      ({ parts }) => ({ parts: [{ id: parts[0]!.id, closesAt: at(hour) }] }),
      409,
      'SESSION_DATES_UNFIT',
    ],
  ])('refuses %s, and changes nothing', async (_, changes, status, code) => {
    const session = await ahead();
    const answer = await change(session, changes(session)).expect(status);
    expect(answer.body.code).toBe(code);
    const kept = await api.db.manager.findOneByOrFail(ExamSession, { id: session.id });
    expect(kept.opensAt.toISOString()).toBe(session.opensAt);
  });

  it('refuses a part of another session, and a session that is not there', async () => {
    const [session, other] = [await ahead(), await ahead()];
    await change(session, { parts: [{ id: other.parts[0]!.id, closesAt: null }] }).expect(404);
    await administrator
      .patch('/api/sessions/00000000-0000-4000-8000-000000000000', changeOf(session))
      .expect(404);
  });

  it('is refused once it has opened', async () => {
    const session = await openSession(api);
    expect((await change(session, { opensAt: at(day), closesAt: at(2 * day) }).expect(409)).body.code).toBe(
      'SESSION_OPENED',
    );
  });
});

describe('a later end', () => {
  it('gives back to whoever is sitting what the end had cut off, and to no one more', async () => {
    const session = await openSession(api, aWindow(20 * minute));
    const [cut, free] = [await sit(api, session), await sit(api, session)];
    expect(await deadlineOf(cut.id)).toBe(session.closesAt);
    // Whose time was up before the session's end anyway, as after extra time that was used.
    await api.db.query(`UPDATE attempt SET deadline_at = deadline_at - interval '10 min' WHERE id = $1`, [
      free.id,
    ]);
    const kept = await deadlineOf(free.id);
    const lab = await cut.client.post(partPath(cut.entry, session, 'lab'));
    expect(lab.status).toBe(200);
    const closesAt = at(30 * minute);
    const { body } = await extend(session, { closesAt }).expect(200);
    expect(body.closesAt).toBe(closesAt);
    expect(await deadlineOf(cut.id)).toBe(closesAt);
    expect(await deadlineOf(lab.body.id, 'lab_session')).toBe(closesAt);
    expect(await deadlineOf(free.id)).toBe(kept);
    const line = await api.db.manager.findOneByOrFail(AuditEvent, {
      subjectId: session.id,
      action: 'exam-session.extended',
    });
    expect(line.detail).toMatchObject({ reason, deadlines: 2 });
  });

  it('never gives more than the duration of the part', async () => {
    const session = await openSession(api, aWindow(20 * minute));
    const { id } = await sit(api, session);
    const part = session.parts.find(({ kind }) => kind === 'form')!;
    await extend(session, { closesAt: at(10 * day) }).expect(200);
    const [row] = await api.db.query(
      `SELECT deadline_at = started_at + make_interval(secs => $2) AS full FROM attempt WHERE id = $1`,
      [id, part.durationSec],
    );
    expect(row.full).toBe(true);
  });

  it('reaches a part with a date of its own only where that moves', async () => {
    const session = await openSession(api, aWindow(20 * minute));
    const part = session.parts.find(({ kind }) => kind === 'form')!;
    const own = at(10 * minute);
    await api.db.manager.update(SessionPart, { id: part.id }, { closesAt: new Date(own) });
    const { id } = await sit(api, session);
    await extend(session, { closesAt: at(hour) }).expect(200);
    expect(await deadlineOf(id)).toBe(own);
    const later = at(15 * minute);
    await extend(session, { closesAt: at(hour), parts: [{ id: part.id, closesAt: later }] }).expect(200);
    expect(await deadlineOf(id)).toBe(later);
  });

  it.each<[string, (session: ExamSessionView) => object, string]>([
    ['an earlier end', () => ({ closesAt: at(hour) }), 'SESSION_NOT_LATER'],
    ['the same end', ({ closesAt }) => ({ closesAt }), 'SESSION_NOT_LATER'],
    [
      'a part that would end earlier',
      ({ parts }) => ({ closesAt: at(day), parts: [{ id: parts[0]!.id, closesAt: at(hour) }] }),
      'SESSION_NOT_LATER',
    ],
  ])('is not %s', async (_, body, code) => {
    const session = await openSession(api);
    expect(await codeOf(extend(session, body(session)))).toBe(code);
  });

  it('comes too late once the session is over', async () => {
    const session = await openSession(api);
    await api.db.query(`UPDATE exam_session SET closes_at = clock() WHERE id = $1`, [session.id]);
    expect(await codeOf(extend(session, { closesAt: at(day) }))).toBe('SESSION_OVER');
  });

  it('keeps an attempt from the clock that would have ended it', async () => {
    const session = await openSession(api, aWindow(20 * minute));
    const { client, id, view, writer } = await sit(api, session);
    await extend(session, { closesAt: at(hour) }).expect(200);
    await shiftClock(api.db, '30 min');
    expect(await api.db.transaction((manager) => expireAttempt(manager, id))).toBeNull();
    await client.post(`/api/attempts/${id}/saves`, { writer, saves: [aSave(view.items[0]!, 1)] }).expect(200);
  });

  it('that had to wait until the end had passed is none, and the clock ends what it ends', async () => {
    const session = await openSession(api, aWindow(20 * minute));
    const { id } = await sit(api, session);
    const answers: Promise<unknown>[] = [];
    await api.db.transaction(async (manager) => {
      await manager.query('SELECT FROM attempt WHERE id = $1 FOR UPDATE', [id]);
      answers.push(codeOf(extend(session, { closesAt: at(hour) })));
      await untilBlocked(api.db);
      await shiftClock(api.db, '21 min');
    });
    expect(await answers[0]).toBe('SESSION_OVER');
    expect(await deadlineOf(id)).toBe(session.closesAt);
  });

  it('reaches whoever begins at the same moment', async () => {
    const session = await openSession(api, aWindow(20 * minute));
    const { client, person } = await logInAs(api);
    const entry = await enrol(api.db, person, session);
    const part = session.parts.find(({ kind }) => kind === 'form')!;
    const closesAt = at(30 * minute);
    const begun: Promise<{ id: string }>[] = [];
    const extended: Promise<number>[] = [];
    await api.db.transaction(async (manager) => {
      // The attempt has its deadline, and waits to refer to its part.
      await manager.query('SELECT FROM session_part WHERE id = $1 FOR UPDATE', [part.id]);
      begun.push(client.post(partPath(entry, session, 'form')).then(({ body }) => body));
      await untilBlocked(api.db);
      extended.push(extend(session, { closesAt }).then(({ status }) => status));
      await Promise.race([extended[0], eventually(async () => (await countBlocked()) > 1)]);
    });
    expect(await extended[0]).toBe(200);
    expect(await deadlineOf((await begun[0]!).id)).toBe(closesAt);
  });
});

describe('cancelling', () => {
  it('excuses everybody with the reason, uses no try, and shows it to the candidate', async () => {
    const session = await ahead();
    const { client, person } = await logInAs(api);
    const entry = await enrol(api.db, person, session);
    const { body } = await cancel(session).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', stateReason: reason });
    expect(await api.db.manager.findOneByOrFail(Entry, { id: entry.id })).toMatchObject({
      state: 'excused',
      stateReason: reason,
    });
    const [own] = (await client.get('/api/entries/mine').expect(200)).body;
    expect(own).toMatchObject({ state: 'excused', isCancelled: true });
    const [enrolment] = (await client.get('/api/enrolments/mine').expect(200)).body;
    expect(enrolment.countedTries).toEqual([]);
    expect(enrolment.sessions.map(({ id }: { id: string }) => id)).not.toContain(session.id);
    for (const again of [cancel(session), change(session, {}), extend(session, { closesAt: at(9 * day) })])
      expect(await codeOf(again)).toBe('SESSION_CANCELLED');
  });

  it('is refused once somebody has begun, and leaves everybody entered', async () => {
    const session = await openSession(api);
    const { entry } = await sit(api, session);
    const waiting = await enrol(api.db, await aPerson(api.db), session);
    expect(await codeOf(cancel(session))).toBe('SESSION_BEGUN');
    for (const { id } of [entry, waiting])
      expect((await api.db.manager.findOneByOrFail(Entry, { id })).state).toBe('entered');
  });

  it('and beginning come one after the other, whoever is first', async () => {
    for (let times = 0; times < 6; times += 1) {
      const session = await openSession(api);
      const { client, person } = await logInAs(api);
      const entry = await enrol(api.db, person, session);
      const kind = times % 2 === 0 ? 'form' : 'lab';
      const [begun, ended] = await Promise.all([
        codeOf(client.post(partPath(entry, session, kind))),
        codeOf(cancel(session)),
      ]);
      expect([
        ['done', 'SESSION_BEGUN'],
        ['ENTRY_ENDED', 'done'],
      ]).toContainEqual([begun, ended]);
      expect(await api.db.manager.countBy(LabSession, { entryId: entry.id })).toBe(
        kind === 'lab' && begun === 'done' ? 1 : 0,
      );
    }
  });
});

describe('nobody is enrolled into a session that', () => {
  const tried = async (session: ExamSessionView) => {
    const institution = await anInstitution(api.db);
    const { client: manager } = await logInAs(api, { roles: ['manager'], institutionId: institution.id });
    const cohort = await manager
      .post('/api/cohorts', { name: 'Early', examSessionId: session.id })
      .expect(201);
    return async (end: () => Promise<unknown>) => {
      await end();
      const csv = 'email,name\nsomebody.new@example.org,Somebody\n';
      return Promise.all([
        codeOf(manager.post(`/api/cohorts/${cohort.body.id}/roster`, { csv })),
        codeOf(manager.post(`/api/cohorts/${cohort.body.id}/roster/preview`, { csv })),
        codeOf(manager.post('/api/cohorts', { name: 'Late', examSessionId: session.id })),
      ]);
    };
  };

  it('is over', async () => {
    const session = await openSession(api);
    const attempt = await tried(session);
    const over = () =>
      api.db.query('UPDATE exam_session SET closes_at = clock() WHERE id = $1', [session.id]);
    expect(await attempt(over)).toEqual(Array(3).fill('SESSION_NOT_OPEN_FOR_ENTRY'));
  });

  it('was cancelled, nor given a sitting in it', async () => {
    const session = await openSession(api);
    const attempt = await tried(session);
    expect(await attempt(() => cancel(session).expect(200) as unknown as Promise<unknown>)).toEqual(
      Array(3).fill('SESSION_CANCELLED'),
    );
    const { client, entry } = await sit(api, await openSession(api));
    expect(
      await codeOf(
        administrator.post(`/api/entries/${entry.id}/free-sitting`, { examSessionId: session.id, reason }),
      ),
    ).toBe('SESSION_CANCELLED');
    await client.get('/api/entries/mine').expect(200);
  });
});

describe('what candidates rely on', () => {
  it.each([
    ['a deadline', `UPDATE attempt SET deadline_at = deadline_at - interval '1 s'`],
    [
      'the end of an opened session',
      `UPDATE exam_session SET closes_at = closes_at - interval '1 s' WHERE opens_at < clock()`,
    ],
    [
      'the opening of an opened session',
      `UPDATE exam_session SET opens_at = clock() + interval '1 s' WHERE opens_at < clock() AND closes_at > clock() + interval '1 min'`,
    ],
    ['the end of a part', `UPDATE session_part SET closes_at = clock() - interval '1 year'`],
  ])('the server cannot move to its disadvantage: %s', async (_, statement) => {
    await sit(api, await openSession(api));
    const app = await makeDataSource(api.database.appUrl, 1).initialize();
    try {
      await expect(app.query(statement)).rejects.toThrow('only moves to a later time');
    } finally {
      await app.destroy();
    }
  });
});
