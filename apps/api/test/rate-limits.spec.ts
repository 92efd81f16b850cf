import { afterAll, beforeAll, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { Client } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ RATE_LIMIT_FACTOR: '1' });
}, 60_000);
afterAll(() => api?.close());

it('ends the guessing of one password at one account, and at no other', async () => {
  const guesser = new Client(api.url);
  await guesser.refreshToken();
  const guess = (email: string) => guesser.post('/api/auth/log-in', { email, password: 'not the password' });
  for (let times = 0; times < 10; times += 1) await guess('someone@example.org').expect(401);
  const refused = await guess('Someone@Example.org').expect(429);
  expect(refused.body).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
  expect(refused.headers['content-type']).toContain('application/problem+json');
  await guess('  someone@example.org\u00a0').expect(429);
  await guess('another@example.org').expect(401);
});

it('ends the guessing of the present password by whoever found a log-in open, and says until when', async () => {
  const { client } = await logInAs(api);
  const guess = () =>
    client.put('/api/auth/password', { current: 'not the password', next: 'another long one' });
  for (let times = 0; times < 10; times += 1) await guess().expect(403);
  const refused = await guess().expect(429);
  const [until] = refused.body.errors as { path: string; message: string }[];
  expect(until!.path).toBe('earliestAt');
  expect(Date.parse(until!.message)).toBeGreaterThan(Date.now());
});

it('counts no log-in that was right', async () => {
  const { email } = await aPerson(api.db, { roles: ['candidate'] });
  for (let times = 0; times < 12; times += 1) await new Client(api.url).logIn(email, PASSWORD);
});

it('lets one address make thirty accounts an hour', async () => {
  const visitor = new Client(api.url);
  await visitor.refreshToken();
  for (let times = 0; times < 30; times += 1) await visitor.post('/api/auth/register', {}).expect(400);
  await visitor.post('/api/auth/register', {}).expect(429);
});

it('remembers little of whoever it counts: what is no address is one and the same', async () => {
  const visitor = new Client(api.url);
  await visitor.refreshToken();
  const guess = (number: number) =>
    visitor.post('/api/auth/log-in', { email: `${number}${'x'.repeat(1_000)}`, password: 'anything' });
  for (let times = 0; times < 10; times += 1) await guess(times).expect(400);
  await guess(10).expect(429);
});

it('lets one address ask after sixty certificates a minute', async () => {
  const ask = () => supertest(api.url).get('/api/verify/EN-0000-0000-0000');
  for (let times = 0; times < 60; times += 1) expect((await ask()).status).not.toBe(429);
  await ask().expect(429);
});
