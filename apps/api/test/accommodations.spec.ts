import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AccommodationQueue,
  CohortAccommodations,
  ExamSessionView,
  OwnAccommodations,
} from '@ennead/contracts';
import { Accommodation, AuditEvent, Entry, Interest, TimeGrant, type Person } from '@ennead/persistence';
import { clearEntries, eventually, makeClockShiftable, shiftClock } from '@ennead/testing';
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

  it('waits for the seat of whoever has not answered', async () => {
    const { client, entry } = await aCandidate(await openSession(api));
    await api.db.query(`UPDATE entry SET state = 'invited' WHERE id = $1`, [entry.id]);
    expect(await codeOf(ask(client, entry.id))).toBe('ACCOMMODATION_NOT_ENTERED');
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
      ['asked', 'askedAt', 'decidedAt', 'entryId', 'id', 'isKept', 'measures', 'state'].sort(),
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

describe('with its entry', () => {
  const ending = 'Nobody of them comes.';
  const stateOf = async (id: string) => (await api.db.manager.findOneByOrFail(Accommodation, { id })).state;
  const isListed = async (id: string) => {
    const { waiting } = await queue();
    return waiting.some((one) => one.id === id);
  };
  const ahead = () =>
    openSession(api, {
      ...aWindow(48 * hour),
      opensAt: new Date(Date.now() + 24 * hour).toISOString(),
    });

  type Seat = { client: Client; person: Person; entry: Entry; session: ExamSessionView };
  const administrate = async () => (await logInAs(api, { roles: ['administrator'] })).client;
  it.each<[string, (seat: Seat) => Promise<unknown>]>([
    ['is given up', ({ client, entry }) => client.post(`/api/entries/${entry.id}/withdraw`, {}).expect(204)],
    [
      'is taken out at the desk',
      ({ entry }) =>
        registrar.client.post(`/api/entries/${entry.id}/take-out`, { reason: ending }).expect(204),
    ],
    [
      'is excused',
      async ({ entry }) =>
        (await administrate()).post(`/api/entries/${entry.id}/excuse`, { reason: ending }).expect(204),
    ],
    [
      'goes with its session',
      async ({ session }) =>
        (await administrate()).post(`/api/sessions/${session.id}/cancel`, { reason: ending }).expect(200),
    ],
    [
      'was missed, once the next one is made',
      async ({ client }) => {
        await shiftClock(api.db, '3 days');
        const opensAt = new Date(Date.now() + 96 * hour).toISOString();
        const next = await openSession(api, { ...aWindow(120 * hour), opensAt });
        await client.post(`/api/sessions/${next.id}/entries`, {}).expect(201);
      },
    ],
  ])('ends when that %s, whether it waits or stands', async (_, end) => {
    const session = await ahead();
    const seat = { ...(await aCandidate(session)), session };
    const first = await idOf(ask(seat.client, seat.entry.id));
    expect(await codeOf(approve(first))).toBe('done');
    const second = await idOf(ask(seat.client, seat.entry.id, percent(100)));
    expect(await isListed(second)).toBe(true);
    await end(seat);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['lapsed', 'lapsed']);
    expect(await isListed(second)).toBe(false);
    expect(await codeOf(approve(second))).not.toBe('done');
    expect(await codeOf(ask(seat.client, seat.entry.id))).toBe('ACCOMMODATION_OVER');
  });

  it('ends when a manager takes the seat back', async () => {
    const session = await ahead();
    const { id: cohortId, institutionId } = await aCohort(api, session);
    const { client, entry } = await aCandidate(session);
    await api.db.manager.update(Entry, { id: entry.id }, { cohortId });
    const id = await idOf(ask(client, entry.id));
    const manager = await logInAs(api, { roles: ['manager'], institutionId });
    const taken = { entryId: entry.id, reason: ending };
    await manager.client.post(`/api/cohorts/${cohortId}/withdrawals`, taken).expect(200);
    expect(await stateOf(id)).toBe('lapsed');
  });

  it('is asked for by nobody while somebody ends it', async () => {
    const { client, entry } = await aCandidate(await ahead());
    const { asked } = await api.db.transaction(async (manager) => {
      await manager.query(`SELECT FROM entry WHERE id = $1 FOR NO KEY UPDATE`, [entry.id]);
      const answer = codeOf(ask(client, entry.id));
      await untilBlocked(api.db);
      await manager.query(`UPDATE entry SET state = 'withdrawn' WHERE id = $1`, [entry.id]);
      return { asked: answer };
    });
    expect(await asked).toBe('ACCOMMODATION_OVER');
  });
});

describe('a free sitting', () => {
  const give = async (entryId: string, examSessionId: string) =>
    (
      await (
        await logInAs(api, { roles: ['administrator'] })
      ).client
        .post(`/api/entries/${entryId}/free-sitting`, { examSessionId, reason: 'The room had no power.' })
        .expect(201)
    ).body.id as string;

  it('is sat as was granted for the one that it takes the place of, by the same decision', async () => {
    const first = await openSession(api);
    const { client, entry } = await aCandidate(first);
    const id = await idOf(ask(client, entry.id, percent(25)));
    await approve(id, percent(50)).expect(204);
    const next = await openSession(api);
    const to = await give(entry.id, next.id);
    const before = await api.db.manager.findOneByOrFail(Accommodation, { id });
    expect(before.state).toBe('lapsed');
    const [kept, ...more] = await api.db.manager.findBy(Accommodation, { entryId: to });
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      state: 'approved',
      measures: percent(50),
      reason,
      evidence,
      decidedBy: registrar.person.id,
      decidedAt: before.decidedAt,
      fromId: id,
    });
    expect((await own(client, to)).accommodations).toMatchObject([{ state: 'approved', isKept: true }]);
    await clearEntries(api.db, to);
    const begun = await client.post(partPath({ id: to }, next, 'form')).expect(200);
    expect(secondsOf(await timesOf(begun.body.id))).toBe(durationOf(next, 'form') * 1.5);
    // And from there into the next one.
    const once = await give(to, (await openSession(api)).id);
    expect((await own(client, once)).accommodations).toMatchObject([{ state: 'approved', isKept: true }]);
  });

  it('has what nobody had answered asked anew, beside what was granted', async () => {
    const { client, entry } = await aCandidate(await openSession(api));
    const granted = await idOf(ask(client, entry.id, percent(25)));
    await approve(granted, percent(25)).expect(204);
    await idOf(ask(client, entry.id, percent(75)));
    const to = await give(entry.id, (await openSession(api)).id);
    const { accommodations } = await own(client, to);
    expect(accommodations.map((one) => [one.state, one.asked]).sort()).toEqual([
      ['approved', percent(25)],
      ['asked', percent(75)],
    ]);
  });

  it('has the registrar look again where the evidence is no longer in date', async () => {
    const { client, entry } = await aCandidate(await openSession(api));
    const id = await idOf(ask(client, entry.id));
    await approve(id).expect(204);
    await api.db.query(
      `UPDATE accommodation SET decided_at = clock() - interval '366 days', asked_at = clock() - interval '367 days' WHERE id = $1`,
      [id],
    );
    const to = await give(entry.id, (await openSession(api)).id);
    const { accommodations } = await own(client, to);
    expect(accommodations).toMatchObject([{ state: 'asked', isKept: true, asked: percent(50), reason }]);
    expect(await api.db.manager.countBy(TimeGrant, { entryId: to })).toBe(0);
    const { waiting } = await queue();
    expect(waiting.find((one) => one.id === accommodations[0]!.id)).toMatchObject({ isKept: true });
    await approve(accommodations[0]!.id).expect(204);
    expect(await api.db.manager.countBy(TimeGrant, { entryId: to })).toBeGreaterThan(0);
  });

  it('asks for nothing that was taken back', async () => {
    const { client, entry } = await aCandidate(await openSession(api));
    const id = await idOf(ask(client, entry.id));
    await client.post(`/api/accommodations/${id}/withdraw`).expect(204);
    const to = await give(entry.id, (await openSession(api)).id);
    expect((await own(client, to)).accommodations).toEqual([]);
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
