import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EvidenceView, ExamSessionView, SignatureState } from '@ennead/contracts';
import type { SignedVerdict } from '@ennead/contracts/internal';
import { LabSession, publishKeys, Verdict } from '@ennead/persistence';
import { makeKey, publicHalf, sign } from '@ennead/signing';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let session: ExamSessionView;
let certifier: Client;
beforeAll(async () => {
  api = await startApi();
  session = await openSession(api);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
});
afterAll(() => api?.close());

/** A case whose verdict carries another signature. */
const aCaseSigned = async (signAs: (signed: SignedVerdict) => Promise<string>): Promise<string> => {
  const { entry } = await aScoredCase(api, session);
  const lab = await api.db.manager.findOneByOrFail(LabSession, { entryId: entry.id });
  const found = await api.db.manager.findOneByOrFail(Verdict, { labSessionId: lab.id });
  const { signature: _old, id, snapshotId: _of, gradedAt, ...facts } = found;
  const signature = await signAs({ ...facts, gradedAt: gradedAt.toISOString() });
  await api.db.manager.update(Verdict, { id }, { signature });
  return entry.id;
};

/** A key that is known to sign for this purpose from now on. */
const aKeyFor = async (purpose: 'verdict' | 'receipt') => {
  const key = await makeKey();
  await publishKeys(api.db.manager, [{ purpose, key: publicHalf(key) }]);
  return key;
};

const evidenceOf = async (entryId: string) =>
  ((await certifier.get(`/api/entries/${entryId}/evidence`).expect(200)).body as EvidenceView).evidence!;
const decide = (entryId: string) => certifier.post(`/api/entries/${entryId}/decision`, grant);

it.each<[string, (signed: SignedVerdict) => Promise<string>, SignatureState]>([
  ['nobody', async () => '', 'broken'],
  ['a key that nobody knows', async (signed) => sign('verdict', signed, await makeKey()), 'unknown-key'],
  ['a key for receipts', async (signed) => sign('verdict', signed, await aKeyFor('receipt')), 'unknown-key'],
  [
    'a lab host, for something else',
    async (signed) => sign('receipt', signed, await aKeyFor('verdict')),
    'broken',
  ],
])('nothing is granted on a verdict signed by %s', async (_who, signAs, signature) => {
  const entryId = await aCaseSigned(signAs);
  const evidence = await evidenceOf(entryId);
  expect(evidence.labs[0]!.verdict).toMatchObject({ signature });
  expect(evidence.faults).toMatchObject([{ dimension: 'skills', because: 'signature' }]);
  expect((await decide(entryId).expect(409)).body.code).toBe('EVIDENCE_BROKEN');
});

it('a verdict signed two keys ago is as good as on its day', async () => {
  const old = await aKeyFor('verdict');
  const entryId = await aCaseSigned((signed) => sign('verdict', signed, old));
  await aKeyFor('verdict');
  await aKeyFor('verdict');
  const evidence = await evidenceOf(entryId);
  expect(evidence.labs[0]!.verdict).toMatchObject({ signature: 'verified' });
  expect(evidence.faults).toEqual([]);
  await decide(entryId).expect(201);
});
