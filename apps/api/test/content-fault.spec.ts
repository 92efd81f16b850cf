import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ExamSession } from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { aScoredCase } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { putBody } from './harness/put-body.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let certifier: Client;
let administrator: Client;
let entryId: string;
let hash: string;
beforeAll(async () => {
  api = await startApi();
  const session = await openSession(api);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: administrator } = await logInAs(api, { roles: ['certifier', 'administrator'] }));
  entryId = (await aScoredCase(api, session)).entry.id;
  hash = await putBody(api.db, 'standard', { roles: [] });
  await api.db.manager.update(ExamSession, { id: session.id }, { standardHash: hash });
  await api.db.query('DELETE FROM body_common WHERE hash = $1', [hash]);
});
afterAll(() => api?.close());

it('says by a code of its own that content is missing, and which to an administrator alone', async () => {
  const ask = (client: Client) => client.get(`/api/entries/${entryId}/evidence`).expect(500);
  expect((await ask(certifier)).body).toMatchObject({ code: 'CONTENT_FAULT', status: 500 });
  expect((await ask(certifier)).body).not.toHaveProperty('errors');
  const { body } = await ask(administrator);
  expect(body.errors).toEqual([{ path: 'standard', message: `missing ${hash}` }]);
});
