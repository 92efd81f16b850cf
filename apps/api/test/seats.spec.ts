import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  EnteredEntry,
  ExamSessionView,
  OpenSessionsView,
  OwnEntry,
  Problem,
  PublicSessionsView,
  RosterImport,
} from '@ennead/contracts';
import { Entry, Person, type Institution } from '@ennead/persistence';
import { clearEntries, makeClockShiftable, shiftClock } from '@ennead/testing';
import { aWindow, openSession, partPath } from './attempts-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { anInstitution, aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let house: Institution;
let manager: Client;

const dayMs = 86_400_000;

beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  house = await anInstitution(api.db);
  manager = (await logInAs(api, { roles: ['manager'], institutionId: house.id })).client;
});
afterAll(() => api?.close());

const codeOf = async (asked: PromiseLike<{ body: unknown }>) => ((await asked).body as Problem).code;
const stateOf = async (id: string) => (await api.db.manager.findOneByOrFail(Entry, { id })).state;
/** Opens tomorrow. */
const ahead = (more: object = {}) =>
  openSession(api, {
    ...aWindow(5 * dayMs),
    opensAt: new Date(Date.now() + dayMs).toISOString(),
    ...more,
  });
const enrol = ({ client }: { client: Client }, { id }: Pick<ExamSessionView, 'id'>, wait = false) =>
  client.post(`/api/sessions/${id}/entries`, { wait });
const entered = async (asked: PromiseLike<{ body: unknown }>) => (await asked).body as EnteredEntry;
const openTo = async ({ client }: { client: Client }, { id }: Pick<ExamSessionView, 'id'>) =>
  ((await client.get('/api/sessions/open').expect(200)).body as OpenSessionsView).sessions.find(
    (one) => one.id === id,
  );
const ownEntry = async ({ client }: { client: Client }, id: string) =>
  ((await client.get('/api/entries/mine').expect(200)).body as OwnEntry[]).find((one) => one.id === id)!;
let count = 0;
const cohortOf = async ({ id }: Pick<ExamSessionView, 'id'>, by = manager) =>
  (
    (await by.post('/api/cohorts', { name: `Seats ${(count += 1)}`, examSessionId: id }).expect(201))
      .body as {
      id: string;
    }
  ).id;
const rosterOf = (people: readonly Pick<Person, 'email' | 'name'>[]) =>
  `email,name\n${people.map(({ email, name }) => `${email},${name}`).join('\n')}`;
const invite = async (cohortId: string, ...people: Pick<Person, 'email' | 'name'>[]) =>
  (await manager.post(`/api/cohorts/${cohortId}/roster`, { csv: rosterOf(people) }).expect(200))
    .body as RosterImport;
const seatOf = async (cohortId: string, personId: string): Promise<string> => {
  const [row]: { id: string }[] = await api.db.query(
    `SELECT entry.id FROM entry JOIN enrolment ON enrolment.id = entry.enrolment_id
     WHERE entry.cohort_id = $1 AND enrolment.candidate_id = $2`,
    [cohortId, personId],
  );
  return row!.id;
};

describe('whoever has not logged in', () => {
  it('sees sessions that are for everybody, with nothing of who is in them, and no other', async () => {
    const session = await ahead({ places: 2, venue: 'Hall of the city', halls: ['A', 'B'] });
    const houses = [{ institutionId: house.id, quota: null }];
    const closed = await ahead({ access: 'institutions', houses });
    const listed = await ahead({ access: 'list', guests: ['somebody@example.org'] });
    const over = await openSession(api);
    await api.db.query('UPDATE exam_session SET closes_at = clock() WHERE id = $1', [over.id]);
    await entered(enrol(await logInAs(api), session).expect(201));
    const { body } = await (await visitor(api.url)).get('/api/sessions/public').expect(200);
    const { sessions } = body as PublicSessionsView;
    const seen = sessions.find(({ id }) => id === session.id)!;
    expect(Object.keys(seen).sort()).toEqual(
      [
        ...['clearances', 'closesAt', 'confirms', 'id', 'isMock', 'level', 'opensAt', 'place'],
        ...['offerDays', 'placesLeft', 'role', 'title', 'waitingCount'],
      ].sort(),
    );
    expect(seen).toMatchObject({
      opensAt: session.opensAt,
      placesLeft: 1,
      waitingCount: 0,
      place: { venue: 'Hall of the city', timeZone: 'Asia/Shanghai' },
    });
    expect(seen.place).not.toHaveProperty('halls');
    const ids = sessions.map(({ id }) => id);
    for (const { id } of [closed, listed, over]) expect(ids).not.toContain(id);
  });
});

describe('somebody without an institution', () => {
  it('sees what is open to everybody, enters it and begins once everything asked is there', async () => {
    const one = await logInAs(api);
    const session = await openSession(api);
    expect(await openTo(one, session)).toMatchObject({
      entering: { kind: 'allowed' },
      placesLeft: null,
      clearances: ['application', 'names', 'identity'],
      ownEntry: null,
    });
    const { id, state, cause } = await entered(enrol(one, session).expect(201));
    expect([state, cause]).toEqual(['entered', 'first']);
    expect(await ownEntry(one, id)).toMatchObject({
      missing: ['application', 'names', 'identity'],
      invitation: null,
    });
    expect(await openTo(one, session)).toMatchObject({
      entering: { code: 'SESSION_ENTERED_BEFORE' },
      ownEntry: { id, state: 'entered' },
    });
    const begin = () => one.client.post(partPath({ id }, session, 'form'));
    const refusal = (await begin().expect(409)).body as Problem;
    expect([refusal.code, refusal.errors?.map(({ path }) => path)]).toEqual([
      'NOT_CLEARED',
      ['application', 'names', 'identity'],
    ]);
    await api.db.query(`INSERT INTO clearance (entry_id, kind, holds) VALUES ($1, 'names', true)`, [id]);
    expect((await ownEntry(one, id)).missing).toEqual(['application', 'identity']);
    await clearEntries(api.db, id);
    expect((await ownEntry(one, id)).missing).toEqual([]);
    await begin().expect(200);
  });

  it('needs what holds no longer once more', async () => {
    const one = await logInAs(api);
    const session = await openSession(api);
    const { id } = await entered(enrol(one, session).expect(201));
    await clearEntries(api.db, id);
    await api.db.query(`INSERT INTO clearance (entry_id, kind, holds) VALUES ($1, 'identity', false)`, [id]);
    expect((await ownEntry(one, id)).missing).toEqual(['identity']);
    expect(await codeOf(one.client.post(partPath({ id }, session, 'form')).expect(409))).toBe('NOT_CLEARED');
  });

  it('is asked for nothing before practice, which counts as no try', async () => {
    const one = await logInAs(api);
    const session = await openSession(api, { ...aWindow(), supervision: 'practice' });
    const { id, cause } = await entered(enrol(one, session).expect(201));
    expect(cause).toBe('mock');
    expect((await ownEntry(one, id)).missing).toEqual([]);
    await one.client.post(partPath({ id }, session, 'form')).expect(200);
  });

  it('waits for the body where the session asks it, and cannot begin before', async () => {
    const one = await logInAs(api);
    const session = await openSession(api, { ...aWindow(), confirms: true });
    const { id, state } = await entered(enrol(one, session).expect(201));
    expect(state).toBe('requested');
    await clearEntries(api.db, id);
    expect(await codeOf(one.client.post(partPath({ id }, session, 'form')).expect(409))).toBe('ENTRY_ENDED');
    expect(await codeOf(enrol(one, await openSession(api)).expect(409))).toBe('TRY_OPEN');
  });

  it('does not enter without a confirmed address, twice, or what was cancelled', async () => {
    const one = await logInAs(api);
    const session = await ahead();
    await api.db.manager.update(Person, { id: one.person.id }, { emailConfirmedAt: null });
    expect(await codeOf(enrol(one, session).expect(403))).toBe('ADDRESS_UNCONFIRMED');
    await api.db.manager.update(Person, { id: one.person.id }, { emailConfirmedAt: new Date() });
    await enrol(one, session).expect(201);
    expect(await codeOf(enrol(one, session).expect(409))).toBe('TRY_OPEN');
    const { client } = await logInAs(api, { roles: ['administrator'] });
    const other = await ahead();
    await client
      .post(`/api/sessions/${other.id}/cancel`, { reason: 'The hall has been flooded.' })
      .expect(200);
    expect(await codeOf(enrol(await logInAs(api), other).expect(409))).toBe('SESSION_CANCELLED');
    await enrol(one, { id: one.person.id }).expect(404);
  });

  it('withdraws before the start, not after it, and may enter again', async () => {
    const one = await logInAs(api);
    const session = await ahead();
    const { id } = await entered(enrol(one, session).expect(201));
    await one.client.post(`/api/entries/${id}/withdraw`, { reason: null }).expect(204);
    expect(await stateOf(id)).toBe('withdrawn');
    expect(await codeOf(one.client.post(`/api/entries/${id}/withdraw`, { reason: null }).expect(409))).toBe(
      'ENTRY_ENDED',
    );
    const again = await entered(enrol(one, session).expect(201));
    expect(again).toMatchObject({ number: 2, cause: 'first' });
    const running = await logInAs(api);
    const begun = await entered(enrol(running, await openSession(api)).expect(201));
    expect(
      await codeOf(running.client.post(`/api/entries/${begun.id}/withdraw`, { reason: null }).expect(409)),
    ).toBe('SESSION_STARTED');
  });
});

describe('for whom a session is', () => {
  it('shows it to nobody else, and lets nobody else in', async () => {
    const theirs = await openSession(api, {
      ...aWindow(),
      access: 'institutions',
      houses: [{ institutionId: house.id }],
    });
    const listed = await logInAs(api);
    const list = await openSession(api, {
      ...aWindow(),
      access: 'list',
      guests: [listed.person.email.toUpperCase()],
    });
    const member = await logInAs(api, { institutionId: house.id });
    const stranger = await logInAs(api);
    expect(await openTo(member, theirs)).toMatchObject({ entering: { kind: 'allowed' } });
    expect(await openTo(stranger, theirs)).toBeUndefined();
    expect(await codeOf(enrol(stranger, theirs).expect(409))).toBe('SESSION_NOT_FOR_YOU');
    expect(await openTo(listed, list)).toMatchObject({ entering: { kind: 'allowed' } });
    expect(await openTo(member, list)).toBeUndefined();
    expect(await codeOf(enrol(member, list).expect(409))).toBe('SESSION_NOT_FOR_YOU');
    await enrol(listed, list).expect(201);
    const other = await anInstitution(api.db);
    const { client } = await logInAs(api, { roles: ['manager'], institutionId: other.id });
    expect(
      await codeOf(client.post('/api/cohorts', { name: 'None', examSessionId: theirs.id }).expect(409)),
    ).toBe('SESSION_NOT_FOR_YOU');
  });

  it('is scheduled with institutions only where it is for them', async () => {
    const { client } = await logInAs(api, { roles: ['administrator'] });
    const schedule = (more: object) => client.post('/api/sessions', { ...aWindow(), ...more });
    await schedule({ access: 'institutions' }).expect(400);
    await schedule({ houses: [{ institutionId: house.id }] }).expect(400);
    await schedule({ access: 'list' }).expect(400);
    await schedule({ access: 'institutions', houses: [{ institutionId: randomId }] }).expect(404);
  });
});

const randomId = '00000000-0000-4000-8000-000000000000';

describe('places', () => {
  it('are given once each, however many come at once; the rest may stand in line', async () => {
    const session = await ahead({ places: 3 });
    const people = await Promise.all(Array.from({ length: 8 }, () => logInAs(api)));
    const answers = await Promise.all(people.map((one) => enrol(one, session)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
    const late = people.filter((_, at) => answers[at]!.status === 409);
    expect(await openTo(late[0]!, session)).toMatchObject({
      entering: { code: 'SESSION_FULL' },
      placesLeft: 0,
    });
    const line = [];
    for (const one of late.slice(0, 3)) line.push(await entered(enrol(one, session, true).expect(201)));
    expect(line.map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect(await ownEntry(late[2]!, line[2]!.id)).toMatchObject({ lineNumber: 3 });
    await late[0]!.client.post(`/api/entries/${line[0]!.id}/withdraw`, { reason: null }).expect(204);
    expect(await ownEntry(late[2]!, line[2]!.id)).toMatchObject({ lineNumber: 2 });
    expect(await codeOf(enrol(late[4]!, await ahead(), true).expect(409))).toBe('SESSION_HAS_PLACES');
    // Whoever stands in line may well enter another session.
    await enrol(late[1]!, await ahead()).expect(201);
  });

  it('are counted by institution where there is a quota', async () => {
    const session = await ahead({ access: 'institutions', houses: [{ institutionId: house.id, quota: 2 }] });
    const cohortId = await cohortOf(session);
    const people = await Promise.all([1, 2, 3].map(() => aPerson(api.db)));
    const preview = await manager
      .post(`/api/cohorts/${cohortId}/roster/preview`, { csv: rosterOf(people) })
      .expect(200);
    expect((preview.body as { rows: { faults: string[] }[] }).rows.map(({ faults }) => faults)).toEqual([
      [],
      [],
      ['NO_PLACE'],
    ]);
    await invite(cohortId, ...people.slice(0, 2));
    const member = await logInAs(api, { institutionId: house.id });
    expect(await codeOf(enrol(member, session).expect(409))).toBe('SESSION_FULL');
  });
});

describe('whom an institution names', () => {
  it('is entered by nobody but themselves', async () => {
    const session = await openSession(api);
    const cohortId = await cohortOf(session);
    const one = await logInAs(api);
    const { invitations } = await invite(cohortId, one.person);
    expect(invitations).toEqual([]);
    const id = await seatOf(cohortId, one.person.id);
    expect(await stateOf(id)).toBe('invited');
    expect(await ownEntry(one, id)).toMatchObject({
      state: 'invited',
      invitation: { institution: { en: 'Example College' }, answerBy: expect.any(String) },
    });
    await clearEntries(api.db, id);
    expect(await codeOf(one.client.post(partPath({ id }, session, 'form')).expect(409))).toBe('ENTRY_ENDED');
    expect((await api.db.manager.findOneByOrFail(Person, { id: one.person.id })).institutionId).toBeNull();

    await (await logInAs(api)).client.post(`/api/entries/${id}/accept`).expect(404);
    expect(await entered(one.client.post(`/api/entries/${id}/accept`).expect(200))).toMatchObject({
      state: 'entered',
    });
    expect((await api.db.manager.findOneByOrFail(Person, { id: one.person.id })).institutionId).toBe(
      house.id,
    );
    expect(await codeOf(one.client.post(`/api/entries/${id}/accept`).expect(409))).toBe('TRY_OPEN');
    expect(await codeOf(one.client.post(`/api/entries/${id}/decline`).expect(409))).toBe('ENTRY_NOT_INVITED');
    await one.client.post(partPath({ id }, session, 'form')).expect(200);
  });

  it('may decline, stays nobody’s, and may be invited anew', async () => {
    const cohortId = await cohortOf(await openSession(api));
    const one = await logInAs(api);
    await invite(cohortId, one.person);
    const id = await seatOf(cohortId, one.person.id);
    await one.client.post(`/api/entries/${id}/decline`).expect(204);
    expect(await stateOf(id)).toBe('declined');
    expect((await api.db.manager.findOneByOrFail(Person, { id: one.person.id })).institutionId).toBeNull();
    expect(await invite(cohortId, one.person)).toMatchObject({ invited: 1 });
  });

  it('is entered by opening the account with the link of that cohort', async () => {
    const cohortId = await cohortOf(await openSession(api));
    const { invitations } = await invite(cohortId, { email: `seat-${Date.now()}@example.org`, name: '李雷' });
    const token = new URL(invitations[0]!.url).pathname.split('/').at(-1)!;
    const newcomer = await visitor(api.url);
    await newcomer.post('/api/auth/accept-invitation', { token, password: PASSWORD }).expect(204);
    const { id } = await api.db.manager.findOneByOrFail(Person, { email: invitations[0]!.email });
    expect(await stateOf(await seatOf(cohortId, id))).toBe('entered');
  });

  it('may say yes after a try that was missed meanwhile', async () => {
    const one = await logInAs(api);
    await enrol(
      one,
      await openSession(api, { ...aWindow(), closesAt: new Date(Date.now() + 3_600_000).toISOString() }),
    );
    const cohortId = await cohortOf(await ahead());
    await invite(cohortId, one.person);
    const id = await seatOf(cohortId, one.person.id);
    await shiftClock(api.db, '2 hours');
    expect(await entered(one.client.post(`/api/entries/${id}/accept`).expect(200))).toMatchObject({
      state: 'entered',
      cause: 'retake',
    });
    await shiftClock(api.db, '0 days');
  });

  it('ties nobody to the institution that only named them', async () => {
    const cohortId = await cohortOf(await ahead());
    const one = await logInAs(api);
    await invite(cohortId, one.person);
    const id = await seatOf(cohortId, one.person.id);
    const houses = () =>
      api.db.query(
        `SELECT FROM candidate_house house JOIN entry ON entry.enrolment_id = house.enrolment_id WHERE entry.id = $1`,
        [id],
      ) as Promise<unknown[]>;
    expect(await houses()).toHaveLength(0);
    await one.client.post(`/api/entries/${id}/accept`).expect(200);
    expect((await houses()).length).toBeGreaterThan(0);
  });

  it('cannot say yes beside another open try, nor once the session is over', async () => {
    const session = await ahead();
    const cohortId = await cohortOf(session);
    const one = await logInAs(api);
    await invite(cohortId, one.person);
    const id = await seatOf(cohortId, one.person.id);
    const other = await entered(enrol(one, await ahead()).expect(201));
    expect(await codeOf(one.client.post(`/api/entries/${id}/accept`).expect(409))).toBe('TRY_OPEN');
    await one.client.post(`/api/entries/${other.id}/withdraw`, { reason: null }).expect(204);
    await shiftClock(api.db, '10 days');
    expect(await codeOf(one.client.post(`/api/entries/${id}/accept`).expect(409))).toBe(
      'SESSION_NOT_OPEN_FOR_ENTRY',
    );
    expect((await ownEntry(one, id)).state).toBe('lapsed');
    await shiftClock(api.db, '0 days');
  });
});
