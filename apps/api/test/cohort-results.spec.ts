import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DecisionView, ExamSessionView, MemberCounts, MembersPage } from '@ennead/contracts';
import { openSession } from './attempts-harness.ts';
import { aCohort, aScoredCase, grant, refuse } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let first: Client;
let second: Client;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: first } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'] }));
});
afterAll(() => api?.close());

const decide = async (id: string, input: object): Promise<DecisionView> =>
  (await first.post(`/api/entries/${id}/decision`, input).expect(201)).body as DecisionView;

it('a cohort tells a grade that was taken back from one that was never granted', async () => {
  const cohort = await aCohort(api, session, []);
  const [granted, refused, withdrawn] = [
    await aScoredCase(api, session, { cohort }),
    await aScoredCase(api, session, { cohort, rightAnswers: 4 }),
    await aScoredCase(api, session, { cohort }),
  ];
  await decide(granted.entry.id, grant);
  await decide(refused.entry.id, refuse);
  const { id } = await decide(withdrawn.entry.id, grant);
  const reason = 'The portfolio was found to be another person’s work.';
  const { body } = await first.post(`/api/decisions/${id}/withdraw`, { reason }).expect(201);
  await second.post(`/api/decisions/${(body as DecisionView).id}/confirm`, { reason }).expect(201);

  const { client: manager } = await logInAs(api, { roles: ['manager'], institutionId: cohort.institutionId });
  const at = `/api/cohorts/${cohort.id}`;
  const { rows } = (await manager.get(`${at}/members?result=withdrawn`).expect(200)).body as MembersPage;
  expect(rows.map(({ email, grade }) => [email, grade])).toEqual([[withdrawn.candidate.email, null]]);
  const { counts } = (await manager.get(at).expect(200)).body as { counts: MemberCounts };
  expect(counts.result).toMatchObject({ granted: 1, refused: 1, withdrawn: 1 });
  const csv = (await manager.get(`${at}/export.csv`).expect(200)).text;
  expect(csv).toMatch(/Grade withdrawn|等级已撤回/);
});
