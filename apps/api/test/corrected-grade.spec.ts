import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionView, ExamSessionView, VerifyView } from '@ennead/contracts';
import { Credential, type Entry } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { aScoredCase, grant, type CaseOptions } from './certification-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { questionOf, rescore } from './rescoring-harness.ts';
import { aCandidate, enter, sessionNow, type Candidate } from './tries-harness.ts';

let api: TestApi;
let certifier: Client;
let second: Client;
let anybody: Client;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'] }));
  anybody = await visitor(api.url);
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const reason = 'No answer to this question is right.';
const propose = async ({ id }: Entry): Promise<DecisionView> =>
  (await certifier.post(`/api/entries/${id}/decision`, grant).expect(201)).body as DecisionView;
const confirm = async ({ id }: DecisionView): Promise<DecisionView> =>
  (await second.post(`/api/decisions/${id}/confirm`, { reason }).expect(201)).body as DecisionView;
const verify = async (number: string) =>
  (await anybody.get(`/api/verify/${number}`).expect(200)).body as VerifyView;

/** 54.25 + 17.5 + 3 = 74.75: a quarter of a point under the second grade, so that one question more reaches it. */
const underTwo: CaseOptions = { rightAnswers: 31 };
/** 70 + 23.75 + 5: the third grade, far from every line. */
const best: CaseOptions = { rightAnswers: 40, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };

const gradeOne = async (candidate: Candidate) => {
  const session = await sessionNow(api, 30);
  const { entry } = await aScoredCase(api, session, { ...underTwo, candidate: candidate.person });
  const decision = await confirm(await propose(entry));
  expect(decision).toMatchObject({ grade: 1, credential: { status: 'valid' } });
  return { session, entry, credential: decision.credential! };
};

/** Credits a question that the candidate of `underTwo` left out: the entry is reopened. */
const credit = async (session: ExamSessionView): Promise<void> =>
  rescore(api, { kind: 'credit', ...(await questionOf(api, session, 40)) });

describe('a grade that is corrected', () => {
  it.each([
    ['in its term', '900 days', 'valid'],
    ['after its term', '1200 days', 'expired'],
  ])('%s ends when it would have ended', async (_, later, state) => {
    const { session, entry, credential } = await gradeOne(await aCandidate(api));
    await shiftClock(api.db, later);
    await credit(session);
    const corrected = await confirm(await propose(entry));
    expect(corrected).toMatchObject({ grade: 2, credential: { expiresAt: credential.expiresAt } });
    expect((await verify(corrected.credential!.number)).state).toBe(state);
    expect((await verify(credential.number)).credential!.supersededBy).toBe(corrected.credential!.number);
  });
});

describe('grants of two tries of one candidate at once', () => {
  it.each(['the corrected one first', 'the later one first', 'the corrected one first'])(
    'leave the better grade held: %s',
    async (order) => {
      const candidate = await aCandidate(api);
      const { session, entry } = await gradeOne(candidate);
      await shiftClock(api.db, '15 days');
      const next = await sessionNow(api);
      const later = await enter(api, candidate, [], next);
      await aScoredCase(api, next, { ...best, candidate: candidate.person, entry: later });
      await credit(session);
      const proposal = await propose(entry);
      const acts = [() => confirm(proposal), () => propose(later)];
      if (order === 'the later one first') acts.reverse();
      await Promise.all(acts.map((act) => act()));
      const held = await api.db.manager.findBy(Credential, {
        enrolmentId: entry.enrolmentId,
        state: 'issued',
      });
      expect(held.map(({ facts }) => facts.grade)).toEqual([3]);
    },
  );
});
