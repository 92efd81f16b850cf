import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DecisionView, EvidenceView, ExamSessionView } from '@ennead/contracts';
import { Entry } from '@ennead/persistence';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let first: Client;
let second: Client;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: first } = await logInAs(api, { roles: ['certifier'], name: 'Wen Shu' }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'], name: 'Ye Lan' }));
});
afterAll(() => api?.close());

const reason = 'The portfolio was found to be another person’s work.';
const evidenceOf = async (client: Client, entryId: string) =>
  (await client.get(`/api/entries/${entryId}/evidence`).expect(200)).body as EvidenceView;
const answer = (client: Client, { id }: DecisionView, word: 'confirm' | 'reject', why: string) =>
  client.post(`/api/decisions/${id}/${word}`, { reason: why });

it('every decision on an entry is told to certifiers, with who answered it and why', async () => {
  const { entry, assessors } = await aScoredCase(api, session);
  const granted = (await first.post(`/api/entries/${entry.id}/decision`, grant).expect(201))
    .body as DecisionView;
  const withdraw = async () =>
    (await first.post(`/api/decisions/${granted.id}/withdraw`, { reason }).expect(201)).body as DecisionView;
  await answer(second, await withdraw(), 'reject', 'The sources are the candidate’s own.').expect(204);
  await answer(second, await withdraw(), 'confirm', 'The sources were compared again.').expect(201);

  const { decision, evidence } = await evidenceOf(first, entry.id);
  expect(evidence!.decisions).toMatchObject([
    { id: granted.id, state: 'superseded', outcome: 'grant', grade: 2, withdrawnGrade: null, answer: null },
    {
      state: 'rejected',
      outcome: 'withdraw',
      withdrawnGrade: 2,
      reason,
      certifierName: 'Wen Shu',
      answer: { name: 'Ye Lan', answer: 'disagree', reason: 'The sources are the candidate’s own.' },
    },
    {
      id: decision!.id,
      state: 'effective',
      outcome: 'withdraw',
      answer: { name: 'Ye Lan', answer: 'agree', reason: 'The sources were compared again.' },
    },
  ]);

  const assessor = new Client(api.url);
  await assessor.logIn(assessors[0].email, PASSWORD);
  expect(await evidenceOf(assessor, entry.id)).toMatchObject({ evidence: null, stateReason: null });
});

it('a grade that two have taken back is not brought back to nothing by one', async () => {
  const { client: administrator } = await logInAs(api, { roles: ['administrator'] });
  const { entry } = await aScoredCase(api, session);
  const { body: granted } = await first.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
  const { body } = await first.post(`/api/decisions/${granted.id}/withdraw`, { reason }).expect(201);
  await answer(second, body as DecisionView, 'confirm', 'The sources were compared again.').expect(201);
  const examSessionId = (await openSession(api)).id;
  await api.db.manager.update(Entry, { id: entry.id }, { firstSatAt: null });
  for (const [act, input] of Object.entries({
    excuse: { reason },
    'free-sitting': { reason, examSessionId },
  })) {
    const refused = await administrator.post(`/api/entries/${entry.id}/${act}`, input);
    expect([refused.status, refused.body.code]).toEqual([409, 'ENTRY_WITHDRAWN']);
  }
  const listed = (await administrator.get(`/api/sessions/${session.id}/entries`).expect(200)).body.entries;
  expect(listed).toContainEqual(
    expect.objectContaining({ id: entry.id, state: 'decided', canExcuse: false, canReplace: false }),
  );
});
