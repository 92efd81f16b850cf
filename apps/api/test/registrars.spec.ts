import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AccommodationQueue,
  AssessmentView,
  ExamSessionView,
  Problem,
  SessionDutiesView,
  StaffedSessionsPage,
} from '@ennead/contracts';
import { AuditEvent, Person, SessionDuty } from '@ennead/persistence';
import { enrol, openSession } from './attempts-harness.ts';
import { aCohort } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { aPerson, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { anAuthor, submitPortfolio } from './portfolios-harness.ts';
import { anAssessor } from './reviews-harness.ts';

let api: TestApi;
let administrator: Client;
let here: ExamSessionView;
let elsewhere: ExamSessionView;
/** What waits in each session: a request, and a script. */
let asked: { here: string; elsewhere: string };
beforeAll(async () => {
  api = await startApi();
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
  here = await openSession(api);
  elsewhere = await openSession(api);
  asked = { here: await ask(here), elsewhere: await ask(elsewhere) };
}, 60_000);
afterAll(() => api?.close());

const ask = async (session: ExamSessionView): Promise<string> => {
  const { client, person } = await logInAs(api);
  const entry = await enrol(api.db, person, session);
  const measures = { extraTime: null, breaks: null, other: 'A room' };
  const why = { reason: 'Noise makes reading hard.', evidence: 'A letter, shown to the office.' };
  const { body } = await client
    .post(`/api/entries/${entry.id}/accommodations`, { measures, ...why })
    .expect(201);
  return (body as { id: string }).id;
};
/** These from now on, by somebody who has just looked who does. */
const assign = async (
  { id }: ExamSessionView,
  people: readonly { id: string }[],
  { by = administrator, status = 200 } = {},
) => {
  const path = `/api/sessions/${id}/registrars`;
  const { session } = (await administrator.get(path).expect(200)).body as SessionDutiesView;
  const seen = session.registrars.map((one) => one.id);
  return by.put(path, { personIds: people.map((one) => one.id), seen }).expect(status);
};
const waiting = async (client: Client): Promise<string[]> =>
  ((await client.get('/api/accommodations').expect(200)).body as AccommodationQueue).waiting.map(
    ({ id }) => id,
  );
const reason = 'There is a reason for this.';

describe('a registrar', () => {
  it('sees and does nothing while assigned nowhere, and then what is of the own sessions', async () => {
    const { client, person } = await logInAs(api, { roles: ['registrar'] });
    const one = await anAssessor(api);
    await anAssessor(api);
    const author = await anAuthor(api, here);
    await submitPortfolio(author);
    const marking = async () => (await client.get('/api/assessment').expect(200)).body as AssessmentView;
    expect(await waiting(client)).toEqual([]);
    expect((await marking()).scripts).toEqual([]);
    await client.get(`/api/accommodations/${asked.here}`).expect(404);
    await client.post(`/api/accommodations/${asked.here}/refuse`, { reason }).expect(404);
    await assign(here, [person]);
    expect(await waiting(client)).toEqual([asked.here]);
    await client.get(`/api/accommodations/${asked.here}`).expect(200);
    await client.get(`/api/accommodations/${asked.elsewhere}`).expect(404);
    const { scripts } = await marking();
    const given = scripts.find(({ reviewer }) => reviewer.id === one.person.id)!;
    await assign(here, []);
    await assign(elsewhere, [person]);
    expect(await waiting(client)).toEqual([asked.elsewhere]);
    expect((await marking()).scripts).toEqual([]);
    await client.post(`/api/assessment/reviews/${given.reviewId}/reassign`, { reason }).expect(404);
    await assign(here, [person]);
    await client.post(`/api/assessment/reviews/${given.reviewId}/reassign`, { reason }).expect(204);
    const { waiting: scriptsWaiting } = await marking();
    expect(scriptsWaiting).toHaveLength(1);
    await assign(here, []);
    expect((await marking()).waiting).toEqual([]);
  });

  it('does not take a session for oneself', async () => {
    const { client, person } = await logInAs(api, { roles: ['registrar'] });
    const refused = await assign(await openSession(api), [person], { by: client, status: 403 });
    expect((refused.body as Problem).code).toBe('REGISTRAR_SELF');
  });

  it('is not assigned over what somebody else has changed meanwhile', async () => {
    const [one, other] = [
      await aPerson(api.db, { roles: ['registrar'] }),
      await aPerson(api.db, { roles: ['registrar'] }),
    ];
    const session = await openSession(api);
    const put = (personIds: string[], seen: string[]) =>
      administrator.put(`/api/sessions/${session.id}/registrars`, { personIds, seen });
    await administrator.put(`/api/sessions/${session.id}/registrars`, { personIds: [one.id] }).expect(400);
    await put([one.id], []).expect(200);
    const refused = await put([other.id], []).expect(409);
    expect((refused.body as Problem).code).toBe('REGISTRARS_CHANGED');
    await put([other.id], [one.id]).expect(200);
    const duties = await api.db.manager.findBy(SessionDuty, { examSessionId: session.id });
    expect(duties.find(({ untilAt }) => untilAt === null)!.personId).toBe(other.id);
  });

  it('was assigned by whom, from when until when, stays on record', async () => {
    const { client, person } = await logInAs(api, { roles: ['registrar'] });
    const other = await aPerson(api.db, { roles: ['registrar'] });
    const session = await openSession(api);
    await assign(session, [person, person]);
    const { body } = await assign(session, [other], { by: client });
    const view = (body as SessionDutiesView).session;
    expect(view.registrars.map(({ id }) => id)).toEqual([other.id]);
    const duties = await api.db.manager.findBy(SessionDuty, { examSessionId: session.id });
    expect(duties.map(({ personId, untilAt }) => [personId, untilAt !== null]).sort()).toEqual(
      [
        [person.id, true],
        [other.id, false],
      ].sort(),
    );
    const lines = await api.db.manager.find(AuditEvent, {
      where: { subjectId: session.id, action: 'exam-session.registrars-set' },
      order: { id: 'ASC' },
    });
    expect(lines.map(({ actorId, detail }) => [actorId === person.id, detail])).toEqual([
      [false, { before: [], after: [person.id] }],
      [true, { before: [person.id], after: [other.id] }],
    ]);
  });

  it('is nobody who has not the role, and looks after nothing without it', async () => {
    const trainer = await aPerson(api.db, { roles: ['trainer'] });
    const refused = await assign(here, [trainer], { status: 422 });
    expect(refused.body).toMatchObject({ code: 'REGISTRAR_UNKNOWN' });
    const nowhere = '/api/sessions/6e6f7468-696e-4720-8865-726500000000/registrars';
    await administrator.put(nowhere, { personIds: [], seen: [] }).expect(404);
    const cohort = await aCohort(api, here, []);
    const manager = await logInAs(api, { roles: ['manager'], institutionId: cohort.institutionId });
    await assign(here, [], { by: manager.client, status: 403 });
    const { client, person } = await logInAs(api, { roles: ['registrar'] });
    await assign(here, [person]);
    await api.db.manager.update(Person, { id: person.id }, { disabledAt: new Date() });
    await client.get('/api/accommodations').expect(401);
    const { body } = await administrator.get(`/api/sessions/${here.id}/registrars`).expect(200);
    const { session, people } = body as SessionDutiesView;
    expect([...session.registrars, ...people].map(({ id }) => id)).not.toContain(person.id);
  });

  it('is found by the name of who does, on a list without an end', async () => {
    const registrar = await aPerson(api.db, { roles: ['registrar'], name: `Solveig ${here.id.slice(0, 8)}` });
    await assign(here, [registrar]);
    const found = async (query: object) =>
      (await administrator.get('/api/registrars').query(query).expect(200)).body as StaffedSessionsPage;
    const { rows, total } = await found({ q: registrar.name });
    expect({ total, rows: rows.map(({ id, registrars }) => [id, registrars]) }).toEqual({
      total: 1,
      rows: [[here.id, [{ id: registrar.id, name: registrar.name }]]],
    });
    const first = await found({ size: 1, sort: 'opensAt' });
    const last = await found({ size: 1, sort: '-opensAt' });
    expect(first.total).toBeGreaterThan(1);
    expect(first.rows[0]!.opensAt <= last.rows[0]!.opensAt).toBe(true);
    await administrator.get('/api/sessions/6e6f7468-696e-4720-8865-726500000000/registrars').expect(404);
  });
});
