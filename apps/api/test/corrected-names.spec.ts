import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { DecisionView, EntryResultView, VerifyView } from '@ennead/contracts';
import { Credential, Person } from '@ennead/persistence';
import { openSession, putInCharge } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import { Client, visitor } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let anybody: Client;
let certifier: Client;
beforeAll(async () => {
  api = await startApi();
  anybody = await visitor(api.url);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
});
afterAll(() => api?.close());

const reason = 'The identity card spells it otherwise.';
const verify = async (number: string) =>
  (await anybody.get(`/api/verify/${number}`).expect(200)).body as VerifyView;

/** Somebody with a certificate, and the registrar of their session. */
const certified = async () => {
  const session = await openSession(api);
  const candidate = await logInAs(api, { name: 'Lin Xiaoyv' });
  await api.db.manager.update(Person, { id: candidate.person.id }, { latinName: 'Lin Xiaoyv' });
  const { entry } = await aScoredCase(api, session, { candidate: candidate.person });
  const decided = await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
  const registrar = await logInAs(api, { roles: ['registrar'] });
  await putInCharge(api.db, registrar.person, session);
  const correct = (more: object = {}) =>
    registrar.client.post(`/api/entries/${entry.id}/name`, {
      name: '林晓雨',
      latinName: 'Lin Xiaoyu',
      seen: 'ID card',
      reason,
      ...more,
    });
  const { id: decisionId, credential } = decided.body as DecisionView;
  return { candidate, entry, decisionId, number: credential!.number, correct };
};

it('a corrected name has the certificate issued anew, for the same grade and term, and the old number points to it', async () => {
  const { candidate, entry, number, correct } = await certified();
  const before = await api.db.manager.findOneByOrFail(Credential, { number });
  await correct().expect(204);
  const old = await verify(number);
  expect(old).toMatchObject({ state: 'superseded', credential: { personName: 'Lin Xiaoyv' } });
  const next = await verify(old.credential!.supersededBy!);
  expect(next).toMatchObject({
    state: 'valid',
    credential: { personName: '林晓雨', latinName: 'Lin Xiaoyu', grade: before.facts.grade },
  });
  const after = await api.db.manager.findOneByOrFail(Credential, { number: old.credential!.supersededBy! });
  expect(after).toMatchObject({
    term: before.term,
    decisionId: before.decisionId,
    expiresAt: before.expiresAt,
    followsId: before.id,
  });
  const { body } = await candidate.client.get(`/api/entries/${entry.id}/result`).expect(200);
  expect((body as EntryResultView).credential).toMatchObject({ number: after.number });
});

it('and once more where it is corrected again; the same name changes nothing', async () => {
  const { number, correct } = await certified();
  await correct().expect(204);
  await correct().expect(204);
  const numbers = async () => {
    const { enrolmentId } = await api.db.manager.findOneByOrFail(Credential, { number });
    return api.db.manager.countBy(Credential, { enrolmentId });
  };
  expect(await numbers()).toBe(2);
  await correct({ latinName: 'Lin, Xiaoyu' }).expect(400);
  await correct({ name: '林晓宇' }).expect(204);
  expect(await numbers()).toBe(3);
  expect((await verify(number)).credential!.validNow).not.toBeNull();
});

it('what was revoked stays revoked, under the name that it bears', async () => {
  const { entry, decisionId, number, correct } = await certified();
  const second = await logInAs(api, { roles: ['certifier'] });
  const why = { reason: 'The portfolio was another person’s work.' };
  const { body } = await certifier.post(`/api/decisions/${decisionId}/withdraw`, why).expect(201);
  await second.client.post(`/api/decisions/${(body as DecisionView).id}/confirm`, why);
  const before = await verify(number);
  expect(before.state).toBe('revoked');
  await correct().expect(204);
  expect((await verify(number)).credential).toEqual(before.credential);
  expect((await verify(number)).state).toBe('revoked');
  const { enrolmentId } = entry;
  expect((await api.db.manager.findBy(Credential, { enrolmentId })).map(({ state }) => state)).toEqual([
    'revoked',
  ]);
});

it('what is over stays as it was', async () => {
  const { number, correct } = await certified();
  await api.db.query(`UPDATE credential SET expires_at = clock() - interval '1 day' WHERE number = $1`, [
    number,
  ]);
  await correct().expect(204);
  expect(await verify(number)).toMatchObject({ state: 'expired', credential: { supersededBy: null } });
});
