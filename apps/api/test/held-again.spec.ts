import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DecisionView, EvidenceView, VerifyView } from '@ennead/contracts';
import { addInZone, endOfDay } from '@ennead/domain';
import type { Entry } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { aScoredCase, grant, type CaseOptions } from './certification-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { drop } from './rescoring-harness.ts';
import { aCandidate, decidedTry, enter, mine, sessionNow, type Candidate } from './tries-harness.ts';

const zone = 'Asia/Shanghai';
const reason = 'The portfolio was found to be another person’s work.';
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

/** The second grade, far from every line; and the third. */
const lower: CaseOptions = { rightAnswers: 34 };
const higher: CaseOptions = { rightAnswers: 40, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };

const again = async (candidate: Candidate, options: CaseOptions, carry: string[] = []) => {
  const session = await sessionNow(api);
  const entry = await enter(api, candidate, carry, session);
  return decidedTry(api, certifier, candidate, { ...options, entry }, session);
};
const heldAgainOf = async ({ id }: Pick<Entry, 'id'>) =>
  ((await certifier.get(`/api/entries/${id}/evidence`).expect(200)).body as EvidenceView).evidence!.heldAgain;
const withdraw = async ({ id }: DecisionView): Promise<void> => {
  const { body } = await certifier.post(`/api/decisions/${id}/withdraw`, { reason }).expect(201);
  await second.post(`/api/decisions/${(body as DecisionView).id}/confirm`, { reason }).expect(201);
};
const credentialsOf = async (candidate: Candidate) =>
  (await mine(candidate)).tries.map(({ credential }) => credential);
const verify = async (number: string) =>
  (await anybody.get(`/api/verify/${number}`).expect(200)).body as VerifyView;

describe('a better grade that is taken back', () => {
  it('lets the one before be held again, under a number of its own, until it would have ended', async () => {
    const candidate = await aCandidate(api);
    const first = await decidedTry(api, certifier, candidate, lower);
    const { number, expiresAt } = first.decision.credential!;
    await shiftClock(api.db, '100 days');
    const best = await again(candidate, higher);
    expect(await heldAgainOf(best.entry)).toEqual({
      entryId: first.entry.id,
      number: 1,
      grade: 2,
      expiresAt,
    });
    expect(await heldAgainOf(first.entry)).toBeNull();
    await withdraw(best.decision);
    const [restored, revoked] = await credentialsOf(candidate);
    expect(restored).toMatchObject({ state: 'issued', expiresAt });
    expect(restored!.number).not.toBe(number);
    expect(revoked).toMatchObject({ state: 'revoked' });
    expect(await verify(restored!.number)).toMatchObject({
      state: 'valid',
      credential: { grade: 2, expiresAt, personName: candidate.person.name },
    });
    expect((await verify(number)).state).toBe('superseded');
    expect((await mine(candidate)).tries[0]!.pastCredentials).toMatchObject([
      { number, state: 'superseded' },
    ]);
    const { body } = await certifier.get(`/api/entries/${first.entry.id}/trail`).expect(200);
    expect((body.events as object[]).at(-1)).toMatchObject({
      action: 'credential.issued',
      detail: { grade: 2, withdrawalId: expect.any(String) },
    });
    // And it can be taken back in its turn, which leaves nothing.
    expect(await heldAgainOf(first.entry)).toBeNull();
    await withdraw(first.decision);
    expect((await credentialsOf(candidate)).map((credential) => credential?.state)).toEqual([
      'revoked',
      'revoked',
    ]);
  });

  it('gives one that never had a certificate the time that it would have had', async () => {
    const candidate = await aCandidate(api);
    const first = await decidedTry(api, certifier, candidate, lower);
    await shiftClock(api.db, '100 days');
    const onRecord = await again(candidate, lower);
    expect((await credentialsOf(candidate))[1]).toBeNull();
    await shiftClock(api.db, '200 days');
    await withdraw(first.decision);
    const [, restored] = await credentialsOf(candidate);
    const expiresAt = endOfDay(addInZone(onRecord.decision.decidedAt, { months: 36 }, zone), zone);
    expect(restored).toMatchObject({ state: 'issued', expiresAt });
  });

  it('brings back nothing whose time is over', async () => {
    const candidate = await aCandidate(api);
    await decidedTry(api, certifier, candidate, lower);
    await shiftClock(api.db, '1000 days');
    const best = await again(candidate, higher);
    await shiftClock(api.db, '1200 days');
    expect(await heldAgainOf(best.entry)).toBeNull();
    await withdraw(best.decision);
    expect((await credentialsOf(candidate)).map((credential) => credential?.state)).toEqual([
      'superseded',
      'revoked',
    ]);
  });

  it('brings back nothing that rests on its scores', async () => {
    const candidate = await aCandidate(api);
    const first = await decidedTry(api, certifier, candidate, { ...lower, marks: [4, 4, 4, 4, 4] });
    await shiftClock(api.db, '100 days');
    const { entry } = await again(candidate, { ...lower, skillsCents: null }, ['skills']);
    expect((await credentialsOf(candidate))[1]).toBeNull();
    expect(entry.number).toBe(2);
    expect(await heldAgainOf(first.entry)).toBeNull();
    await withdraw(first.decision);
    expect((await credentialsOf(candidate)).map((credential) => credential?.state)).toEqual([
      'revoked',
      undefined,
    ]);
  });

  it('brings back nothing that rests on scores of a grade that was taken back before', async () => {
    const candidate = await aCandidate(api);
    const first = await decidedTry(api, certifier, candidate, { ...lower, marks: [4, 4, 4, 4, 4] });
    await shiftClock(api.db, '100 days');
    await again(candidate, { ...lower, skillsCents: null }, ['skills']);
    await shiftClock(api.db, '200 days');
    const best = await again(candidate, higher);
    await withdraw(first.decision);
    expect(await heldAgainOf(best.entry)).toBeNull();
    await withdraw(best.decision);
    expect((await credentialsOf(candidate)).map((credential) => credential?.state)).toEqual([
      'superseded',
      undefined,
      'revoked',
    ]);
  });

  it('gives no new time to what rests on scores of an earlier certificate', async () => {
    const candidate = await aCandidate(api);
    const first = await decidedTry(api, certifier, candidate, { ...lower, marks: [4, 4, 4, 4, 4] });
    const { expiresAt } = first.decision.credential!;
    await shiftClock(api.db, '100 days');
    await again(candidate, { ...lower, skillsCents: null }, ['skills']);
    await shiftClock(api.db, '200 days');
    const best = await again(candidate, higher);
    expect(await heldAgainOf(best.entry)).toMatchObject({ number: 2, expiresAt });
    await withdraw(best.decision);
    expect((await credentialsOf(candidate))[1]).toMatchObject({ state: 'issued', expiresAt });
  });

  it('brings back nothing that its scores no longer reach', async () => {
    const candidate = await aCandidate(api);
    const session = await sessionNow(api);
    // 54.25 + 17.5 + 3.75, half a point above the second grade: near enough to take two, and gone with two questions.
    const { entry } = await aScoredCase(api, session, {
      candidate: candidate.person,
      rightAnswers: 31,
      marks: [3, 3, 3, 3, 3],
    });
    const made = await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201);
    await second.post(`/api/decisions/${made.body.id}/confirm`, { reason }).expect(201);
    await shiftClock(api.db, '100 days');
    const best = await again(candidate, higher);
    expect(await heldAgainOf(best.entry)).toMatchObject({ number: 1, grade: 2 });
    await drop(api, session, 1);
    await drop(api, session, 2);
    expect(await heldAgainOf(best.entry)).toBeNull();
    await withdraw(best.decision);
    expect((await credentialsOf(candidate)).map((credential) => credential?.state)).toEqual([
      'superseded',
      'revoked',
    ]);
  });

  it('issues nothing that would have ended with what its entry had before', async () => {
    const candidate = await aCandidate(api);
    const session = await sessionNow(api);
    const { entry } = await aScoredCase(api, session, {
      candidate: candidate.person,
      rightAnswers: 31,
      marks: [3, 3, 3, 3, 3],
    });
    const decide = async () => {
      const made = (await certifier.post(`/api/entries/${entry.id}/decision`, grant).expect(201))
        .body as DecisionView;
      if (made.state === 'proposed')
        await second.post(`/api/decisions/${made.id}/confirm`, { reason }).expect(201);
      return made;
    };
    const first = await decide();
    await shiftClock(api.db, '200 days');
    const best = await again(candidate, higher);
    await drop(api, session, 1);
    await drop(api, session, 2);
    await withdraw(first);
    await shiftClock(api.db, '900 days');
    await decide();
    expect(await heldAgainOf(best.entry)).toMatchObject({ number: 1, grade: 1 });
    await shiftClock(api.db, '1200 days');
    expect(await heldAgainOf(best.entry)).toBeNull();
  });
});
