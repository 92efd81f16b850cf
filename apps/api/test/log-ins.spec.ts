import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LogInView } from '@ennead/contracts';
import { AuditEvent, Person, SecondFactor } from '@ennead/persistence';
import { eventually, makeClockShiftable, shiftClock } from '@ennead/testing';
import { LogInUses } from '../src/http/log-in-uses.ts';
import { hashPassword } from '../src/modules/identity/passwords.ts';
import { Client, visitor } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';
import type { EntityManager } from 'typeorm';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
});
afterAll(() => api?.close());

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

const logInsOf = async (client: Client): Promise<LogInView[]> =>
  (await client.get('/api/auth/log-ins').expect(200)).body;

/** Somebody who is logged in here and elsewhere. */
const atTwoPlaces = async () => {
  const { client: here, person } = await logInAs(api);
  const elsewhere = new Client(api.url);
  await elsewhere.refreshToken();
  await elsewhere
    .post('/api/auth/log-in', { email: person.email, password: PASSWORD })
    .set('user-agent', firefox)
    .expect(204);
  await elsewhere.refreshToken();
  return { here, elsewhere, person };
};

it('shows where one is logged in, this one first, and nobody else’s', async () => {
  const { here, elsewhere } = await atTwoPlaces();
  await logInAs(api);
  const shown = await logInsOf(here);
  expect(shown).toMatchObject([
    { current: true, browser: null, system: null },
    { current: false, browser: 'Firefox', system: 'Linux' },
  ]);
  expect((await logInsOf(elsewhere)).map(({ id }) => id).reverse()).toEqual(shown.map(({ id }) => id));
  const cookie = decodeURIComponent(await here.cookie());
  for (const { id } of shown) expect(cookie).not.toContain(id);
});

it('keeps no address and not how the browser calls itself', async () => {
  await atTwoPlaces();
  const kept = JSON.stringify(await api.db.query('SELECT sess FROM web_session'));
  expect(kept).not.toMatch(/Gecko|127\.0\.0\.1/);
});

it('ends one of them, and records it', async () => {
  const { here, elsewhere, person } = await atTwoPlaces();
  const [, other] = await logInsOf(here);
  await here.delete(`/api/auth/log-ins/${other!.id}`).expect(204);
  expect((await elsewhere.get('/api/auth/me')).body).toEqual({ person: null });
  expect(await logInsOf(here)).toMatchObject([{ current: true }]);
  expect(await api.db.manager.findBy(AuditEvent, { action: 'log-in.ended' })).toMatchObject([
    { actorId: person.id, subjectId: person.id, detail: { count: 1 } },
  ]);
  await here.delete(`/api/auth/log-ins/${other!.id}`).expect(404);
});

it('ends nobody else’s', async () => {
  const { here, elsewhere } = await atTwoPlaces();
  const { client: stranger } = await logInAs(api, { roles: ['administrator'] });
  for (const { id } of await logInsOf(here)) await stranger.delete(`/api/auth/log-ins/${id}`).expect(404);
  await stranger.post('/api/auth/log-ins/end-others').expect(204);
  expect(await logInsOf(elsewhere)).toHaveLength(2);
});

it('ends all but this one', async () => {
  const { here, elsewhere } = await atTwoPlaces();
  await here.post('/api/auth/log-ins/end-others').expect(204);
  expect((await elsewhere.get('/api/auth/me')).body).toEqual({ person: null });
  expect(await logInsOf(here)).toMatchObject([{ current: true }]);
});

it('knows to some minutes when each was last used, and brings none back', async () => {
  const { here, elsewhere, person } = await atTwoPlaces();
  const [before] = await logInsOf(here);
  await shiftClock(api.db, '10 minutes');
  const [{ sid }] = (await api.db.query(
    `SELECT sid FROM web_session WHERE sess ->> 'personId' = $1 AND sess ->> 'browser' IS NULL`,
    [person.id],
  )) as [{ sid: string }];
  // Another server, which has noted nothing yet.
  new LogInUses(api.db).note(sid);
  await eventually(async () => {
    const [after, other] = await logInsOf(here);
    expect(Date.parse(after!.usedAt) - Date.parse(before!.usedAt)).toBeGreaterThan(500_000);
    expect(after!.begunAt).toBe(before!.begunAt);
    expect(other!.usedAt).toBe(other!.begunAt);
    return true;
  });
  await elsewhere.post('/api/auth/log-ins/end-others').expect(204);
  new LogInUses(api.db).note(sid);
  expect(await logInsOf(elsewhere)).toHaveLength(1);
});

describe('whoever comes with the old password at the moment at which it is changed', () => {
  const NEW = 'another long one altogether';

  /** Changes somebody in a transaction that is not over when what they ask for is on its way. */
  const amid = async <Answer>(
    change: (manager: EntityManager) => Promise<unknown>,
    act: () => PromiseLike<Answer>,
  ): Promise<Answer> => {
    const runner = api.db.createQueryRunner();
    await runner.startTransaction();
    try {
      await change(runner.manager);
      const acting = Promise.resolve(act());
      await untilBlocked(api.db);
      await runner.commitTransaction();
      return await acting;
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.release();
    }
  };
  const setPassword =
    ({ id }: Person) =>
    async (manager: EntityManager) =>
      manager.update(Person, { id }, { passwordHash: await hashPassword(NEW) });
  const logInsIn = async ({ id }: Person) =>
    (await api.db.query(`SELECT FROM web_session WHERE sess ->> 'personId' = $1`, [id])) as unknown[];
  const loggingIn = async ({ email }: Person) => {
    const client = await visitor(api.url);
    return { client, act: () => client.post('/api/auth/log-in', { email, password: PASSWORD }) };
  };

  it('has no log-in that survives it', async () => {
    const person = await aPerson(api.db);
    const { act } = await loggingIn(person);
    const answer = await amid(setPassword(person), act);
    expect([answer.status, answer.body.code]).toEqual([401, 'CREDENTIALS_WRONG']);
    expect(await logInsIn(person)).toEqual([]);
  });

  it('has none where the account is disabled at that moment', async () => {
    const person = await aPerson(api.db);
    const { act } = await loggingIn(person);
    const disable = (manager: EntityManager) =>
      manager.update(Person, { id: person.id }, { disabledAt: new Date() });
    expect((await amid(disable, act)).status).toBe(401);
    expect(await logInsIn(person)).toEqual([]);
  });

  it('is asked for the code of a second factor that was set up at that moment', async () => {
    const person = await aPerson(api.db);
    const { client, act } = await loggingIn(person);
    const setUp = async (manager: EntityManager) => {
      await manager.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [person.id]);
      const confirmedAt = new Date();
      await manager.insert(SecondFactor, { personId: person.id, sealedSecret: 'sealed', confirmedAt });
    };
    expect((await amid(setUp, act)).status).toBe(204);
    expect((await client.get('/api/auth/me')).body).toEqual({ person: null, awaits: 'code' });
    expect(await logInsIn(person)).toEqual([]);
  });

  it('sets up no second factor, and no other password', async () => {
    for (const [method, path, body, code] of [
      ['post', '/api/auth/second-factor/begin', { password: PASSWORD }, 'PASSWORD_WRONG'],
      ['put', '/api/auth/password', { current: PASSWORD, next: 'a third one, as long' }, 'PASSWORD_WRONG'],
      ['post', '/api/auth/close', { password: PASSWORD }, 'PASSWORD_WRONG'],
    ] as const) {
      const { client, person } = await logInAs(api);
      const answer = await amid(setPassword(person), () => client[method](path, body));
      expect([path, answer.status, answer.body.code]).toEqual([path, 403, code]);
      await new Client(api.url).logIn(person.email, NEW);
    }
  });

  it('finds gone what they had begun of a second factor', async () => {
    const { client, person } = await logInAs(api);
    await client.post('/api/auth/second-factor/begin', { password: PASSWORD }).expect(200);
    await client.put('/api/auth/password', { current: PASSWORD, next: NEW }).expect(204);
    expect(await api.db.manager.countBy(SecondFactor, { personId: person.id })).toBe(0);
  });
});
