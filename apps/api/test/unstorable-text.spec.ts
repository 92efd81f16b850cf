import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let administrator: Client;
let certifier: Client;
beforeAll(async () => {
  api = await startApi();
  administrator = (await logInAs(api, { roles: ['administrator'] })).client;
  certifier = (await logInAs(api, { roles: ['certifier'] })).client;
});
afterAll(() => api?.close());

const id = randomUUID();
const reason = (bad: string) => ({ reason: `The train did not run.${bad}` });

describe('text that no column can keep', () => {
  it.each([
    ['a search for people', 'q', () => administrator.get('/api/people?q=%00')],
    ['a filter of the trail', 'actor', () => administrator.get('/api/audit?actor=%00')],
    ['a search in the queue', 'q', () => certifier.get('/api/decisions/undecided?list=clear&q=a%00')],
    ['a search among decisions', 'q', () => certifier.get('/api/decisions/decided?q=%00')],
    ['a reason with a NUL', 'reason', () => administrator.post(`/api/entries/${id}/excuse`, reason('\0'))],
    [
      'a reason with half a character',
      'reason',
      () => administrator.post(`/api/entries/${id}/free-sitting`, reason('\ud83d')),
    ],
    [
      'a title',
      'title.en',
      () => administrator.post('/api/sessions', { title: { 'zh-CN': '春季', en: 'Spring\0' } }),
    ],
    ['a number in the address', 'number', () => administrator.get('/api/verify/ENN%00')],
  ])('%s is refused by its name', async (_, path, ask) => {
    const { body } = await ask().expect(400);
    expect(body).toMatchObject({ code: 'INPUT_INVALID' });
    expect((body as { errors: { path: string }[] }).errors.map((error) => error.path)).toContain(path);
  });
});
