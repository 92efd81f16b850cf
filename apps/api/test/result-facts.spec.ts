import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DecisionView, EntryResultView, UndecidedPage } from '@ennead/contracts';
import { Entry } from '@ennead/persistence';
import { enrol, openSession } from './attempts-harness.ts';
import { aCohort } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { aCandidate, decidedTry, mine } from './tries-harness.ts';

let api: TestApi;
let first: Client;
let second: Client;
beforeAll(async () => {
  api = await startApi();
  ({ client: first } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'] }));
});
afterAll(() => api?.close());

const reason = 'The exam was sat by another person.';
const resultOf = async (client: Client, entryId: string) =>
  (await client.get(`/api/entries/${entryId}/result`).expect(200)).body as EntryResultView;

it('a withdrawal names the grade that it takes back: in the list, on the result and in the history', async () => {
  const candidate = await aCandidate(api);
  const { entry, decision } = await decidedTry(api, first, candidate);
  const asked = await first.post(`/api/decisions/${decision.id}/withdraw`, { reason }).expect(201);
  const { body } = await second.get('/api/decisions/undecided?list=proposed').expect(200);
  const waiting = (body as UndecidedPage).rows.find(({ entryId }) => entryId === entry.id);
  expect(waiting?.proposal).toMatchObject({ outcome: 'withdraw', grade: null, withdrawnGrade: 2 });
  const { id } = asked.body as DecisionView;
  await second.post(`/api/decisions/${id}/confirm`, { reason }).expect(201);
  const { decision: shown } = await resultOf(candidate.client, entry.id);
  expect(shown).toMatchObject({ outcome: 'withdraw', grade: null, withdrawnGrade: 2 });
  const { tries } = await mine(candidate);
  expect(tries).toMatchObject([{ outcome: 'withdraw', grade: null, withdrawnGrade: 2 }]);
});

it('the candidate reads why an absence was excused, the institution does not', async () => {
  const session = await openSession(api);
  const cohort = await aCohort(api, session);
  const { client, person } = await aCandidate(api);
  const entry = await enrol(api.db, person, session);
  await api.db.manager.update(Entry, { id: entry.id }, { cohortId: cohort.id });
  const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
  await administrator.post(`/api/entries/${entry.id}/excuse`, { reason }).expect(204);
  expect(await resultOf(client, entry.id)).toMatchObject({ state: 'excused', stateReason: reason });
  const manager = await logInAs(api, { roles: ['manager'], institutionId: cohort.institutionId });
  expect(await resultOf(manager.client, entry.id)).toMatchObject({ state: 'excused', stateReason: null });
});
