import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AccessOfSession, ExamSessionView, Problem } from '@ennead/contracts';
import { AuditEvent, type Institution, type Person } from '@ennead/persistence';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aWindow, openSession } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let administrator: Client;
let one: Institution;
let other: Institution;
const dayMs = 86_400_000;
const reason = 'A second hall was rented for that day.';
const open: AccessOfSession = { access: 'open', places: null, confirms: false, houses: [], guests: [] };

beforeAll(async () => {
  api = await startApi();
  administrator = (await logInAs(api, { roles: ['administrator'] })).client;
  [one, other] = [await anInstitution(api.db), await anInstitution(api.db)];
}, 90_000);
afterAll(() => api?.close());

type Session = Pick<ExamSessionView, 'id'>;
const ahead = (more: object = {}) =>
  openSession(api, { ...aWindow(5 * dayMs), opensAt: new Date(Date.now() + dayMs).toISOString(), ...more });
const change = ({ id }: Session, access: AccessOfSession, more: object = {}) =>
  administrator.put(`/api/sessions/${id}/access`, { ...access, ...more, reason });
const accessOf = async ({ id }: Session) =>
  (await administrator.get(`/api/sessions/${id}/access`).expect(200)).body as AccessOfSession;
const enrol = async ({ id }: Session, institutionId: string | null = null) => {
  const { client, person } = await logInAs(api, { institutionId });
  const { status } = await client.post(`/api/sessions/${id}/entries`, { wait: false });
  return { status, person };
};
const refusalOf = async (asked: PromiseLike<{ body: unknown }>) => {
  const { code, errors } = (await asked).body as Problem;
  return [code, errors?.[0]?.message];
};

describe('for whom a session is', () => {
  it('changes after it was scheduled, with a reason in the trail that names no address of its list', async () => {
    const session = await ahead();
    const { person } = await logInAs(api);
    const after = { ...open, access: 'list' as const, places: 7, confirms: true, guests: [person.email] };
    const view = (await change(session, after, { seen: open }).expect(200)).body as ExamSessionView;
    expect(view).toMatchObject({ access: 'list', places: 7, confirms: true, guestCount: 1 });
    expect(await accessOf(session)).toEqual(after);
    const [line] = await api.db.manager.findBy(AuditEvent, {
      subjectId: session.id,
      action: 'exam-session.access-changed',
    });
    expect(line!.detail).toMatchObject({
      reason,
      before: { access: 'open' },
      after: { places: 7, guests: 1 },
    });
    expect(JSON.stringify(line!.detail)).not.toContain(person.email);
    expect((await enrol(session)).status).toBe(409);
    await change(session, open).expect(200);
    expect((await enrol(session)).status).toBe(201);
  });

  it('is never for fewer than hold a place, and says how many do', async () => {
    const session = await ahead();
    for (let count = 0; count < 3; count += 1) await enrol(session, count < 2 ? one.id : other.id);
    expect(await refusalOf(change(session, { ...open, places: 2 }).expect(409))).toEqual([
      'SESSION_PLACES_HELD',
      '3',
    ]);
    const houses = (quota: number) => [
      { institutionId: one.id, quota },
      { institutionId: other.id, quota: null },
    ];
    const by = (quota: number) => ({ ...open, access: 'institutions' as const, houses: houses(quota) });
    expect(await refusalOf(change(session, by(1)).expect(409))).toEqual(['SESSION_PLACES_HELD', '2']);
    expect(await accessOf(session)).toEqual(open);
    await change(session, { ...by(2), places: 3 }).expect(200);
    expect((await enrol(session, one.id)).status).toBe(409);
  });

  it('leaves nobody out who is in it without that being said', async () => {
    const session = await ahead();
    const kept = await enrol(session, one.id);
    const houses = [{ institutionId: other.id, quota: null }];
    const after = { ...open, access: 'institutions' as const, houses };
    expect(await refusalOf(change(session, after).expect(409))).toEqual(['SESSION_LEAVES_OUT', '1']);
    const list = { ...open, access: 'list' as const, guests: ['somebody@example.org'] };
    expect(await refusalOf(change(session, list).expect(409))).toEqual(['SESSION_LEAVES_OUT', '1']);
    await change(session, { ...list, guests: [kept.person.email] }).expect(200);
    const view = (await change(session, after, { keeps: true }).expect(200)).body as ExamSessionView;
    expect(view.enrolledCount).toBe(1);
  });

  it('tells the managers of an institution for which it is no longer, with why and what stays, and nobody else', async () => {
    const session = await ahead();
    const aManager = ({ id: institutionId }: Institution) =>
      logInAs(api, { roles: ['manager'], institutionId });
    const [off, stays] = [await aManager(one), await aManager(other)];
    await logInAs(api, { roles: ['trainer'], institutionId: one.id });
    const cohort = await off.client.post('/api/cohorts', { name: 'Kept', examSessionId: session.id });
    const csv = `email,name\nkept-${Date.now()}@example.org,Ann`;
    await off.client.post(`/api/cohorts/${cohort.body.id}/roster`, { csv }).expect(200);
    const told = async ({ person }: { person: Person }) =>
      queuedMessages(api.db, { personId: person.id, kind: 'session-taken-off' });
    const houses = (...ids: string[]) => ({
      ...open,
      access: 'institutions' as const,
      houses: ids.map((institutionId) => ({ institutionId, quota: null })),
    });
    await change(session, houses(one.id, other.id)).expect(200);
    await api.work.settle();
    expect([await told(off), await told(stays)]).toEqual([[], []]);
    await change(session, houses(other.id), { keeps: true }).expect(200);
    await api.work.settle();
    expect(await told(off)).toMatchObject([
      {
        params: { session: session.title, kept: '1', reason },
        aboutKind: 'exam-session',
        aboutId: session.id,
      },
    ]);
    expect(await queuedMessages(api.db, { kind: 'session-taken-off' })).toHaveLength(1);
    await change(session, { ...open, access: 'list', guests: ['a@example.org'] }, { keeps: true }).expect(
      200,
    );
    await api.work.settle();
    expect([(await told(off)).length, (await told(stays)).length]).toEqual([1, 1]);
    await change(session, open).expect(200);
    await api.work.settle();
    expect(await queuedMessages(api.db, { kind: 'session-taken-off' })).toHaveLength(2);
  });

  it('is not changed over what somebody else changed meanwhile', async () => {
    const session = await ahead();
    await change(session, { ...open, places: 5 }, { seen: open }).expect(200);
    expect((await refusalOf(change(session, { ...open, places: 9 }, { seen: open }).expect(409)))[0]).toBe(
      'SESSION_ACCESS_CHANGED',
    );
    expect((await accessOf(session)).places).toBe(5);
  });

  it('names institutions where it is for them, and that there are', async () => {
    const session = await ahead();
    await change(session, { ...open, access: 'institutions' }).expect(400);
    const houses = [{ institutionId: session.id, quota: null }];
    await change(session, { ...open, access: 'institutions', houses }).expect(404);
    expect(await accessOf(session)).toEqual(open);
  });
});
