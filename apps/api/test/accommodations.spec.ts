import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AccommodationQueue,
  CohortAccommodations,
  ExamSessionView,
  OwnAccommodations,
} from '@ennead/contracts';
import { AuditEvent, Entry, Interest, TimeGrant, type Person } from '@ennead/persistence';
import { eventually, makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aSave, aWindow, enrol, openSession as open, partPath, sit } from './attempts-harness.ts';
import { aCohort, aScoredCase, grant } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { putOnDuty } from './harness/on-duty.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';

let api: TestApi;
let registrar: { client: Client; person: Person };
beforeAll(async () => {
  api = await startApi({ RUNNER_URL: 'http://127.0.0.1:9' });
  await makeClockShiftable(api.db);
  registrar = await aRegistrar();
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

/** Looks after every session that there is. */
const aRegistrar = async (roles: ('registrar' | 'certifier')[] = ['registrar'], declared = true) => {
  const made = await logInAs(api, { roles, name: 'Rosa', declared });
  await putOnDuty(api.db);
  return made;
};
/** With all registrars assigned to it. */
const openSession = async (...[_, input]: [unknown, object?]): Promise<ExamSessionView> => {
  const session = await open(api, input);
  await putOnDuty(api.db);
  return session;
};

const minute = 60_000;
const hour = 60 * minute;
const reason = 'Reading takes me half as long again.';
const evidence = 'The letter of a doctor of 3 May, shown to the office.';
const measures = (extraTime: object | null, others: object = {}) => ({
  extraTime,
  breaks: null,
  other: null,
  ...others,
});
const percent = (of: number) => measures({ by: 'percent', percent: of });
const minutes = (of: number) => measures({ by: 'minutes', minutes: of });

const ask = (client: Client, entryId: string, asked: object = percent(50)) =>
  client.post(`/api/entries/${entryId}/accommodations`, { measures: asked, reason, evidence });
const idOf = async (answer: PromiseLike<{ status: number; body: { id: string } }>): Promise<string> => {
  const { status, body } = await answer;
  expect(status).toBe(201);
  return body.id;
};
const approve = (id: string, approved: object = percent(50), by = registrar.client) =>
  by.post(`/api/accommodations/${id}/approve`, { measures: approved, reason: 'The letter says so.' });
const codeOf = async (answer: PromiseLike<{ status: number; body: { code?: string } }>) => {
  const { status, body } = await answer;
  return status < 300 ? 'done' : body.code;
};
const own = async (client: Client, entryId: string) =>
  (await client.get(`/api/entries/${entryId}/accommodations`).expect(200)).body as OwnAccommodations;
const queue = async (client = registrar.client) =>
  (await client.get('/api/accommodations').expect(200)).body as AccommodationQueue;

/** A candidate who has not begun. */
const aCandidate = async (session: ExamSessionView) => {
  const { client, person } = await logInAs(api);
  return { client, person, entry: await enrol(api.db, person, session) };
};
type Times = { startedAt: Date; deadlineAt: Date };
const timesOf = async (id: string, table = 'attempt'): Promise<Times> =>
  (
    await api.db.query(
      `SELECT started_at AS "startedAt", deadline_at AS "deadlineAt" FROM ${table} WHERE id = $1`,
      [id],
    )
  )[0] as Times;
const secondsOf = ({ startedAt, deadlineAt }: Times) =>
  Math.round((deadlineAt.getTime() - startedAt.getTime()) / 1000);
const durationOf = ({ parts }: ExamSessionView, kind: 'form' | 'lab') =>
  parts.find((part) => part.kind === kind)!.durationSec!;

describe('asking', () => {
  it('is kept with who asked, why and what was shown, waits, and is taken back', async () => {
    const { client, entry } = await aCandidate(await openSession(api));
    expect(await own(client, entry.id)).toEqual({ accommodations: [], mayAsk: true });
    const id = await idOf(ask(client, entry.id));
    expect(await own(client, entry.id)).toMatchObject({
      accommodations: [
        {
          id,
          state: 'asked',
          asked: percent(50),
          measures: null,
          reason,
          evidence,
          askedBy: { isCandidate: true },
        },
      ],
      mayAsk: false,
    });
    expect(await codeOf(ask(client, entry.id))).toBe('ACCOMMODATION_WAITS');
    await client.post(`/api/accommodations/${id}/withdraw`).expect(204);
    expect(await codeOf(client.post(`/api/accommodations/${id}/withdraw`))).toBe('ACCOMMODATION_DECIDED');
    expect(await own(client, entry.id)).toMatchObject({
      accommodations: [{ state: 'withdrawn' }],
      mayAsk: true,
    });
    await idOf(ask(client, entry.id));
  });

  it.each<[string, object]>([
    ['nothing', measures(null)],
    ['less than a tenth', percent(9)],
    ['more than as much again', percent(101)],
    ['half a minute', minutes(0.5)],
    ['time by a unit of its own', measures({ by: 'hours', hours: 1 })],
    ['breaks without their length', measures(null, { breaks: { count: 2 } })],
    ['blanks', measures(null, { other: '  ' })],
  ])('refuses %s', async (_, asked) => {
    const { client, entry } = await aCandidate(await openSession(api));
    await ask(client, entry.id, asked).expect(400);
  });

  it('comes too late once nothing can be begun, and so does approving', async () => {
    const { client, entry } = await aCandidate(await openSession(api, aWindow(hour)));
    const id = await idOf(ask(client, entry.id));
    await shiftClock(api.db, '2 hours');
    expect(await own(client, entry.id)).toMatchObject({ mayAsk: false });
    expect(await codeOf(approve(id))).toBe('ACCOMMODATION_OVER');
    await registrar.client
      .post(`/api/accommodations/${id}/refuse`, { reason: 'It came too late to be looked at.' })
      .expect(204);
    expect(await codeOf(ask(client, entry.id))).toBe('ACCOMMODATION_OVER');
  });

  it('is done by a manager for the own cohort alone, who sees the measure and never why', async () => {
    const session = await openSession(api);
    const cohort = await aCohort(api, session, []);
    const { client, entry } = await aCandidate(session);
    await api.db.manager.update(Entry, { id: entry.id }, { cohortId: cohort.id });
    const manager = await logInAs(api, { roles: ['manager'], institutionId: cohort.institutionId });
    const other = await logInAs(api, { roles: ['manager'] });
    expect(await codeOf(ask(other.client, entry.id))).toBe('NOT_FOUND');
    await other.client.get(`/api/cohorts/${cohort.id}/accommodations`).expect(404);
    const id = await idOf(ask(manager.client, entry.id));
    expect(await own(client, entry.id)).toMatchObject({
      accommodations: [{ id, askedBy: { name: manager.person.name, isCandidate: false }, reason }],
    });
    await approve(id, minutes(20)).expect(204);
    const { body } = await manager.client.get(`/api/cohorts/${cohort.id}/accommodations`).expect(200);
    const [seen] = (body as CohortAccommodations).accommodations;
    expect(seen).toMatchObject({ id, entryId: entry.id, state: 'approved', measures: minutes(20) });
    expect(Object.keys(seen!).sort()).toEqual(
      ['asked', 'askedAt', 'decidedAt', 'entryId', 'id', 'measures', 'state'].sort(),
    );
    await manager.client.post(`/api/accommodations/${id}/withdraw`).expect(403);
  });
});

describe('deciding', () => {
  it('changes or refuses with a reason that the candidate reads, once', async () => {
    const session = await openSession(api);
    const { client, entry } = await aCandidate(session);
    const id = await idOf(ask(client, entry.id));
    const waiting = (await queue()).waiting.find((one) => one.id === id);
    expect(waiting).toMatchObject({ ageDays: 0, isOver: false, asked: percent(50) });
    expect(JSON.stringify(waiting)).not.toContain(reason);
    const seen = await registrar.client.get(`/api/accommodations/${id}`).expect(200);
    expect(seen.body).toMatchObject({ reason, evidence, standing: null });
    await approve(id, percent(25)).expect(204);
    expect(await own(client, entry.id)).toMatchObject({
      accommodations: [
        { state: 'approved', asked: percent(50), measures: percent(25), answer: 'The letter says so.' },
      ],
    });
    expect(await codeOf(approve(id))).toBe('ACCOMMODATION_DECIDED');
    const again = await idOf(ask(client, entry.id, percent(100)));
    await registrar.client.post(`/api/accommodations/${again}/refuse`, { reason: 'short' }).expect(400);
    const why = 'Nothing that was shown asks for more.';
    await registrar.client.post(`/api/accommodations/${again}/refuse`, { reason: why }).expect(204);
    expect((await own(client, entry.id)).accommodations).toMatchObject([
      { state: 'refused', answer: why, measures: null },
      { state: 'approved' },
    ]);
    const decided = (await queue()).decided.map((one) => one.id);
    expect(decided.filter((one) => one === id || one === again)).toEqual([again, id]);
  });

  it('keeps one standing: a later one replaces it, adds what is missing, and takes no time back', async () => {
    const session = await openSession(api);
    const { client, entry, id: attemptId } = await sit(api, session);
    const duration = durationOf(session, 'form');
    await approve(await idOf(ask(client, entry.id)), percent(25)).expect(204);
    const next = await idOf(ask(client, entry.id));
    expect((await registrar.client.get(`/api/accommodations/${next}`).expect(200)).body.standing).toEqual(
      percent(25),
    );
    expect(await codeOf(approve(next, percent(10)))).toBe('ACCOMMODATION_SHORTER');
    expect(await codeOf(approve(next, measures(null, { other: 'A room' })))).toBe('ACCOMMODATION_SHORTER');
    expect(secondsOf(await timesOf(attemptId))).toBe(duration * 1.25);
    await approve(next, percent(50)).expect(204);
    expect((await own(client, entry.id)).accommodations.map(({ state }) => state)).toEqual([
      'approved',
      'ended',
    ]);
    expect(secondsOf(await timesOf(attemptId))).toBe(duration * 1.5);
    const grants = await api.db.manager.findBy(TimeGrant, {
      entryId: entry.id,
      sessionPartId: session.parts[0]!.id,
    });
    expect(grants.map(({ seconds }) => seconds)).toEqual([duration / 4, duration / 4]);
  });

  it('is for nobody who is tied to the candidate, nor shown to them', async () => {
    const { client, person, entry } = await aCandidate(await openSession(api));
    const tied = await aRegistrar();
    await api.db.manager.insert(Interest, {
      personId: tied.person.id,
      tie: 'relative',
      candidateId: person.id,
      note: '',
    });
    const id = await idOf(ask(client, entry.id));
    expect((await queue(tied.client)).waiting.map((one) => one.id)).not.toContain(id);
    expect(await codeOf(tied.client.get(`/api/accommodations/${id}`))).toBe('DECISION_CONFLICT');
    expect(await codeOf(approve(id, percent(50), tied.client))).toBe('DECISION_CONFLICT');
    const undeclared = await aRegistrar(['registrar'], false);
    expect(await codeOf(approve(id, percent(50), undeclared.client))).toBe('DECLARATION_DUE');
    await approve(id).expect(204);
  });

  it('bars whoever did from deciding the case, and not from deciding the next request', async () => {
    const { client, person } = await logInAs(api);
    const session = await openSession(api);
    const { entry } = await aScoredCase(api, session, { candidate: person });
    const both = await aRegistrar(['registrar', 'certifier']);
    const path = `/api/entries/${entry.id}/decision`;
    const id = await idOf(ask(client, entry.id));
    await approve(id, percent(50), both.client).expect(204);
    const next = await idOf(ask(client, entry.id, percent(60)));
    expect(await codeOf(both.client.post(path, grant))).toBe('DECISION_CONFLICT');
    const evidenceSeen = await both.client.get(`/api/entries/${entry.id}/evidence`).expect(200);
    expect(JSON.stringify(evidenceSeen.body)).toContain('registrar-act');
    await approve(next, percent(60), both.client).expect(204);
    const certifier = await logInAs(api, { roles: ['certifier'] });
    await certifier.client.post(path, grant).expect(201);
  });

  it('stays out of what certifiers read; the trail of administrators has it without why', async () => {
    const { client, person } = await logInAs(api);
    const { entry } = await aScoredCase(api, await openSession(api), { candidate: person });
    const id = await idOf(ask(client, entry.id));
    await registrar.client.get(`/api/accommodations/${id}`).expect(200);
    await approve(id).expect(204);
    const certifier = await logInAs(api, { roles: ['certifier'] });
    for (const what of ['evidence', 'trail', 'record']) {
      const { text } = await certifier.client.get(`/api/entries/${entry.id}/${what}`).expect(200);
      for (const word of ['accommodation', reason, evidence]) expect(text).not.toContain(word);
    }
    const administrator = await logInAs(api, { roles: ['administrator'] });
    const { text } = await administrator.client.get(`/api/entries/${entry.id}/trail`).expect(200);
    for (const action of ['asked', 'viewed', 'approved']) expect(text).toContain(`accommodation.${action}`);
    for (const word of [reason, evidence]) expect(text).not.toContain(word);
    const lines = await api.db.manager.findBy(AuditEvent, { subjectId: id });
    expect(lines.every(({ entryId }) => entryId === entry.id)).toBe(true);
    const given = await client.get('/api/me/data.json').expect(200);
    expect(given.text).toContain(reason);
  });
});

describe('more time', () => {
  it('reaches an exam that is being sat at once, by its clock and for its saves', async () => {
    const session = await openSession(api);
    const { client, entry, id, view, writer } = await sit(api, session);
    const before = await timesOf(id);
    const duration = durationOf(session, 'form');
    await approve(await idOf(ask(client, entry.id))).expect(204);
    const after = await timesOf(id);
    expect(after.deadlineAt.getTime() - before.deadlineAt.getTime()).toBe((duration / 2) * 1000);
    const clock = (await client.get(`/api/attempts/${id}/clock`).expect(200)).body;
    expect(clock.deadlineAt).toBe(after.deadlineAt.toISOString());
    await shiftClock(api.db, `${duration * 1.25} seconds`);
    const saved = await client.post(`/api/attempts/${id}/saves`, {
      writer,
      saves: [aSave(view.items[0]!, 1)],
    });
    expect(saved.status).toBe(200);
  });

  it('is there from the start of what is begun later: exam and lab', async () => {
    const session = await openSession(api);
    const { client, entry } = await aCandidate(session);
    await approve(await idOf(ask(client, entry.id, minutes(20))), minutes(20)).expect(204);
    for (const [kind, table] of [
      ['form', 'attempt'],
      ['lab', 'lab_session'],
    ] as const) {
      const { id } = (await client.post(partPath(entry, session, kind)).expect(200)).body as { id: string };
      expect(secondsOf(await timesOf(id, table))).toBe(durationOf(session, kind) + 20 * 60);
    }
    const grants = await api.db.manager.findBy(TimeGrant, { entryId: entry.id });
    expect(grants).toMatchObject([{ sessionPartId: null, seconds: 1200, cause: 'accommodation' }]);
  });

  it('reaches past the end of the part, by as much, and an extension keeps it', async () => {
    const session = await openSession(api, aWindow(20 * minute));
    const { client, entry, id } = await sit(api, session);
    await approve(await idOf(ask(client, entry.id, minutes(30))), minutes(30)).expect(204);
    const end = Date.parse(session.closesAt);
    expect((await timesOf(id)).deadlineAt.getTime()).toBe(end + 30 * minute);
    const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
    const closesAt = new Date(end + 5 * minute).toISOString();
    await administrator
      .post(`/api/sessions/${session.id}/extend`, { closesAt, reason: 'The power at the venue failed.' })
      .expect(200);
    expect((await timesOf(id)).deadlineAt.getTime()).toBe(end + 35 * minute);
    const late = await aCandidate(session);
    await approve(await idOf(ask(late.client, late.entry.id, minutes(30))), minutes(30)).expect(204);
    const begun = (await late.client.post(partPath(late.entry, session, 'form')).expect(200)).body as {
      id: string;
    };
    expect((await timesOf(begun.id)).deadlineAt.getTime()).toBe(end + 35 * minute);
    await shiftClock(api.db, '26 min');
    const third = await aCandidate(await openSession(api));
    await third.client.post(partPath(third.entry, session, 'form')).expect(404);
  });

  it('wakes up nothing whose time had run out', async () => {
    const session = await openSession(api);
    const { client, entry, id } = await sit(api, session);
    const asked = await idOf(ask(client, entry.id));
    await shiftClock(api.db, `${durationOf(session, 'form') + 10} seconds`);
    const before = await timesOf(id);
    await approve(asked).expect(204);
    expect(await timesOf(id)).toEqual(before);
  });

  it('reaches whoever begins at the same moment', async () => {
    const session = await openSession(api);
    const { client, entry } = await aCandidate(session);
    const asked = await idOf(ask(client, entry.id));
    const part = session.parts.find(({ kind }) => kind === 'form')!;
    const begun: Promise<{ id: string }>[] = [];
    const approved: Promise<number>[] = [];
    await api.db.transaction(async (manager) => {
      // The attempt has its deadline, and waits to refer to its part.
      await manager.query('SELECT FROM session_part WHERE id = $1 FOR UPDATE', [part.id]);
      begun.push(client.post(partPath(entry, session, 'form')).then(({ body }) => body as { id: string }));
      await untilBlocked(api.db);
      approved.push(approve(asked).then(({ status }) => status));
      await Promise.race([approved[0], eventually(async () => (await countBlocked()) > 1)]);
    });
    expect(await approved[0]).toBe(204);
    expect(secondsOf(await timesOf((await begun[0]!).id))).toBe(durationOf(session, 'form') * 1.5);
  });

  it('keeps the keys shut while anybody with more time may still sit', async () => {
    const session = await openSession(api, aWindow(20 * minute));
    const { client, id, writer } = await sit(api, session);
    const other = await sit(api, session);
    await approve(await idOf(ask(other.client, other.entry.id, minutes(30))), minutes(30)).expect(204);
    await client.post(`/api/attempts/${id}/submit`, { writer }).expect(200);
    await api.work.settle();
    const report = (await client.get(`/api/attempts/${id}/report`).expect(200)).body as { releaseAt: string };
    expect(Date.parse(report.releaseAt)).toBeGreaterThanOrEqual(Date.parse(session.closesAt) + 30 * minute);
  });
});

const countBlocked = async (): Promise<number> => {
  const [{ count }] = await api.db.query(
    `SELECT count(DISTINCT pid)::int AS count FROM pg_locks JOIN pg_stat_activity activity USING (pid)
     WHERE NOT pg_locks.granted AND activity.datname = current_database()`,
  );
  return count as number;
};

describe('what is answered', () => {
  const need = 'Reading takes her half as long again.';
  const lettersAbout = async (person: Person) =>
    (await queuedMessages(api.db, { personId: person.id })).filter(({ kind }) =>
      kind.startsWith('accommodation-'),
    );
  const settled = async () => {
    await api.work.settle();
    await api.db.query(`UPDATE event_delivery SET handled_at = NULL WHERE handler = 'letter-writing'`);
    await api.work.settle();
  };

  it.each(['approve', 'refuse'] as const)(
    'is told to the candidate and to the manager who asked: %s; neither why nor what, nor whose in the manager’s',
    async (answer) => {
      const session = await openSession(api);
      const { id: cohortId, institutionId } = await aCohort(api, session);
      const manager = await logInAs(api, { roles: ['manager'], institutionId });
      const candidate = await logInAs(api, { institutionId, name: 'Nuria Solano' });
      const entry = await enrol(api.db, candidate.person, session);
      await api.db.manager.update(Entry, { id: entry.id }, { cohortId });
      const id = await idOf(
        manager.client.post(`/api/entries/${entry.id}/accommodations`, {
          measures: percent(50),
          reason: need,
          evidence,
        }),
      );
      if (answer === 'approve') await approve(id).expect(204);
      else
        await registrar.client
          .post(`/api/accommodations/${id}/refuse`, { reason: 'Reading is not what is asked.' })
          .expect(204);
      await settled();
      const [own, ...more] = await lettersAbout(candidate.person);
      expect(more).toEqual([]);
      expect(own).toMatchObject({
        kind: answer === 'approve' ? 'accommodation-granted' : 'accommodation-refused',
        // Of an entry's letters the institution sees what became of them.
        entryId: null,
        aboutId: entry.id,
      });
      const [toManager, ...others] = await lettersAbout(manager.person);
      expect(others).toEqual([]);
      expect(toManager).toMatchObject({ kind: 'accommodation-answered', aboutKind: 'cohort' });
      expect([own, toManager].map((one) => Object.keys(one!.params).sort())).toEqual([
        ['session'],
        ['cohort', 'session'],
      ]);
      expect(JSON.stringify(toManager!.params)).not.toContain('Nuria');
    },
  );

  it('is told to nobody who asked and is no manager there any more', async () => {
    const session = await openSession(api);
    const { id: cohortId, institutionId } = await aCohort(api, session);
    const manager = await logInAs(api, { roles: ['manager'], institutionId });
    const candidate = await logInAs(api, { institutionId });
    const entry = await enrol(api.db, candidate.person, session);
    await api.db.manager.update(Entry, { id: entry.id }, { cohortId });
    const id = await idOf(ask(manager.client, entry.id));
    await api.db.query('UPDATE person SET institution_id = NULL WHERE id = $1', [manager.person.id]);
    await approve(id).expect(204);
    await settled();
    expect(await lettersAbout(candidate.person)).toHaveLength(1);
    expect(await lettersAbout(manager.person)).toEqual([]);
  });
});
