import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, Locale, MessageKind } from '@ennead/contracts';
import { Letters } from '@ennead/mail';
import { ContentBank, Person, type Message } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aWindow, enrol as enrolCleared, openSession, putInCharge } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

type Somebody = { readonly client: Client; readonly person: Person };

let api: TestApi;
let administrator: Client;
let registrar: Somebody;
let manager: Somebody;
let institutionId: string;
let count = 0;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  administrator = (await logInAs(api, { roles: ['administrator'] })).client;
  registrar = await logInAs(api, { roles: ['registrar'] });
  institutionId = (await anInstitution(api.db)).id;
  manager = await logInAs(api, { roles: ['manager'], institutionId });
}, 90_000);
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const reason = 'The power at the venue failed.';
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const venue = { venue: 'North building', halls: ['A', 'B'] };
const ahead = (more: object = {}) =>
  openSession(api, { ...aWindow(), opensAt: inDays(2), closesAt: inDays(4), ...more });
const postpone = ({ id, title, venue: where, halls }: ExamSessionView) =>
  administrator
    .patch(`/api/sessions/${id}`, {
      title,
      venue: where,
      halls,
      opensAt: inDays(5),
      closesAt: inDays(7),
      reason,
    })
    .expect(200);
const enter = async ({ client }: Somebody, { id }: ExamSessionView, wait = false): Promise<string> =>
  ((await client.post(`/api/sessions/${id}/entries`, { wait }).expect(201)).body as { id: string }).id;
const cohortOf = async ({ id: examSessionId }: ExamSessionView): Promise<string> =>
  (await manager.client.post('/api/cohorts', { name: `Told ${(count += 1)}`, examSessionId }).expect(201))
    .body.id;
const invite = (cohortId: string, email: string) =>
  manager.client.post(`/api/cohorts/${cohortId}/roster`, { csv: `email,name\n${email},Ann` }).expect(200);
const textOf = async (message: Message, locale: Locale = 'en'): Promise<string> => {
  const letters = new Letters(new ContentBank(api.db), api.url);
  const { subject, text } = await letters.write(
    message,
    { locale, link: 'the link', readIn: 'letter' },
    api.db,
  );
  return `${subject}\n${text}`;
};
const lettersTo = async ({ person }: Pick<Somebody, 'person'>, kind: MessageKind): Promise<string[]> =>
  Promise.all((await queuedMessages(api.db, { kind, personId: person.id })).map((one) => textOf(one)));
const theOne = async (somebody: Pick<Somebody, 'person'>, kind: MessageKind): Promise<string> => {
  const [letter, ...more] = await lettersTo(somebody, kind);
  expect([typeof letter, more]).toEqual(['string', []]);
  return letter!;
};

describe('a session that is postponed', () => {
  it('is told of to whoever has yet to answer, to be confirmed or to get a place, each in their own words', async () => {
    const session = await ahead({ places: 1, confirms: true });
    const [asking, waiting] = [await logInAs(api), await logInAs(api)];
    await enter(asking, session);
    await enter(waiting, session, true);
    await postpone(session);
    await api.work.settle();
    expect(await theOne(asking, 'session-changed-requested')).toContain('waits for confirmation');
    expect(await theOne(waiting, 'session-changed-waiting')).toContain('You keep your turn');
    for (const one of [asking, waiting]) expect(await lettersTo(one, 'session-changed')).toEqual([]);
  });

  it('says to the invited until when their invitation stands now, and to their manager once that it moved', async () => {
    const session = await ahead();
    const invited = await logInAs(api, { institutionId, name: 'Ann' });
    const cohortId = await cohortOf(session);
    await invite(cohortId, invited.person.email);
    await invite(await cohortOf(session), (await logInAs(api, { institutionId, name: 'Ann' })).person.email);
    const other = await logInAs(api, { roles: ['manager'], institutionId: (await anInstitution(api.db)).id });
    await postpone(session);
    await api.work.settle();
    const text = await theOne(invited, 'session-changed-invited');
    const [{ params }] = (await queuedMessages(api.db, {
      personId: invited.person.id,
      kind: 'session-changed-invited',
    })) as [Message];
    const [member] = (await manager.client.get(`/api/cohorts/${cohortId}/members`).expect(200)).body.rows;
    expect(params['until']).toEqual({ at: member.answerBy });
    expect(Date.parse(member.answerBy)).toBeGreaterThan(Date.parse(session.opensAt));
    expect(text).toMatch(/Your invitation stands until \d/);
    expect(text).not.toContain('so does your entry');
    expect(await theOne(manager, 'cohort-session-changed')).toContain(`Reason: ${reason}`);
    expect(await lettersTo(other, 'cohort-session-changed')).toEqual([]);
  });

  it('says to whoever has a seat what they lack still', async () => {
    const session = await ahead();
    const [lacking, cleared] = [await logInAs(api), await logInAs(api)];
    await enter(lacking, session);
    await enrolCleared(api.db, cleared.person, session);
    await postpone(session);
    await api.work.settle();
    const text = await theOne(lacking, 'session-changed');
    expect(text).toContain('before the first part: the application signed and your names confirmed.');
    expect(text).toContain(`\n${api.url}\n`);
    expect(await theOne(cleared, 'session-changed')).toContain('before the first part: nothing.');
  });

  it('or cancelled is told of to their manager', async () => {
    const session = await ahead();
    await invite(await cohortOf(session), (await logInAs(api, { institutionId, name: 'Ann' })).person.email);
    await administrator.post(`/api/sessions/${session.id}/cancel`, { reason }).expect(200);
    await api.work.settle();
    expect(await theOne(manager, 'cohort-session-cancelled')).toContain(`Reason: ${reason}`);
  });
});

describe('letters on the way to a session', () => {
  it('say where it is, what to bring and what is missing, and nothing of a computer at a venue', async () => {
    const session = await ahead(venue);
    const one = await logInAs(api);
    await enter(one, session);
    await api.work.settle();
    await shiftClock(api.db, '25 hours');
    await api.work.remind();
    await shiftClock(api.db, '49 hours');
    await api.work.remind();
    for (const kind of ['enrolled', 'session-soon', 'part-open'] as const) {
      const text = await theOne(one, kind);
      expect(text).toContain('Where: North building (halls: A, B)');
      expect(text).toContain('have ready: the original of your identity document\n');
      expect(text).toContain('the application signed and your names confirmed');
      expect(text).not.toMatch(/computer|network/);
    }
    const [soon] = await queuedMessages(api.db, { personId: one.person.id, kind: 'session-soon' });
    const chinese = await textOf(soon!, 'zh-CN');
    expect(chinese).toContain('地点：North building（考场：A、B）');
    expect(chinese).toContain('开考之前您还缺：签署报考申请、确认姓名。');
  });

  it('invite with the same, and ask nobody to confirm an address that the link itself confirms', async () => {
    const cohortId = await cohortOf(await ahead({ ...venue, halls: [] }));
    const email = `new-${Date.now()}@example.org`;
    await invite(cohortId, email);
    const unopened = { person: await api.db.manager.findOneByOrFail(Person, { email }) };
    const text = await theOne(unopened, 'invitation');
    expect(text).toContain('Where: North building\n');
    expect(text).toContain('before the first part: the application signed and your names confirmed.');
    const known = await logInAs(api, { institutionId, name: 'Ann' });
    await api.db.manager.update(Person, { id: known.person.id }, { emailConfirmedAt: null });
    await invite(cohortId, known.person.email);
    expect(await theOne(known, 'seat-offered')).toContain(
      'first part: your address confirmed, the application',
    );
  });
});

it('whoever lacks nothing any more once their paper was seen is told when they can begin, once', async () => {
  const session = await ahead(venue);
  await putInCharge(api.db, registrar.person, session);
  const [one, lacking] = [await logInAs(api), await logInAs(api)];
  const see = (id: string, { name, latinName }: Person) =>
    registrar.client
      .post(`/api/entries/${id}/identity`, { how: 'id-card', seen: { name, latinName } })
      .expect(204);
  const id = await enter(one, session);
  await see(await enter(lacking, session), lacking.person);
  await api.db.query(
    `INSERT INTO clearance (entry_id, kind, holds, by) SELECT $1::uuid, kind, true, $2::uuid FROM unnest(ARRAY['application', 'names']) kind`,
    [id, one.person.id],
  );
  await api.work.remind();
  expect(await lettersTo(one, 'ready-to-begin')).toEqual([]);
  await see(id, one.person);
  await api.work.remind();
  await api.work.remind();
  const text = await theOne(one, 'ready-to-begin');
  expect(text).toContain('Your identity has been checked');
  expect(text).toContain('Where: North building (halls: A, B)');
  expect(await lettersTo(lacking, 'ready-to-begin')).toEqual([]);
});
