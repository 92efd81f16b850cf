import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { VerifyView } from '@ennead/contracts';
import { addInZone, endOfDay } from '@ennead/domain';
import type { Entry } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import type { CaseOptions } from './certification-harness.ts';
import { twoCertifiers, type TwoCertifiers } from './grades-harness.ts';
import { visitor, type Client } from './harness/client.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { credit, drop } from './rescoring-harness.ts';
import { aCandidate, mine, type Candidate } from './tries-harness.ts';

const zone = 'Asia/Shanghai';
let api: TestApi;
let people: TwoCertifiers;
let anybody: Client;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  people = await twoCertifiers(api);
  anybody = await visitor(api.url);
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

/** The second grade, far from every line; and the third. */
const lower: CaseOptions = { rightAnswers: 34 };
const higher: CaseOptions = { rightAnswers: 40, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };

const heldAgainOf = async (entry: Pick<Entry, 'id'>) => (await people.evidenceOf(entry)).heldAgain;
const credentialsOf = async (candidate: Candidate) =>
  (await mine(candidate)).tries.map(({ credential }) => credential);
const verify = async (number: string) =>
  (await anybody.get(`/api/verify/${number}`).expect(200)).body as VerifyView;

describe('a better grade that is taken back', () => {
  it('lets the one before be held again, under a number of its own, until it would have ended', async () => {
    const candidate = await aCandidate(api);
    const first = await people.grade(candidate, lower);
    const { number, expiresAt } = first.decision.credential!;
    await shiftClock(api.db, '100 days');
    const best = await people.grade(candidate, higher);
    expect(await heldAgainOf(best.entry)).toEqual({
      entryId: first.entry.id,
      number: 1,
      grade: 2,
      expiresAt,
    });
    expect(await heldAgainOf(first.entry)).toBeNull();
    await people.withdraw(best.entry);
    const [restored, revoked] = await credentialsOf(candidate);
    expect(restored).toMatchObject({ status: 'valid', expiresAt });
    expect(restored!.number).not.toBe(number);
    expect(revoked).toMatchObject({ status: 'revoked' });
    expect(await verify(restored!.number)).toMatchObject({
      state: 'valid',
      credential: { grade: 2, expiresAt, personName: candidate.person.name },
    });
    expect((await verify(number)).state).toBe('superseded');
    expect((await mine(candidate)).tries[0]!.pastCredentials).toMatchObject([
      { number, status: 'superseded' },
    ]);
    const { body } = await people.certifier.get(`/api/entries/${first.entry.id}/trail`).expect(200);
    expect((body.events as object[]).at(-1)).toMatchObject({
      action: 'credential.issued',
      detail: { grade: 2, withdrawalId: expect.any(String) },
    });
    // And it can be taken back in its turn, which leaves nothing.
    expect(await heldAgainOf(first.entry)).toBeNull();
    await people.withdraw(first.entry);
    expect((await credentialsOf(candidate)).map((credential) => credential?.status)).toEqual([
      'revoked',
      'revoked',
    ]);
  });

  it('gives one that never had a certificate the time that it would have had', async () => {
    const candidate = await aCandidate(api);
    const first = await people.grade(candidate, lower);
    await shiftClock(api.db, '100 days');
    const onRecord = await people.grade(candidate, lower);
    expect((await credentialsOf(candidate))[1]).toBeNull();
    await shiftClock(api.db, '200 days');
    await people.withdraw(first.entry);
    const [, restored] = await credentialsOf(candidate);
    const expiresAt = endOfDay(addInZone(onRecord.decision.decidedAt, { months: 36 }, zone), zone);
    expect(restored).toMatchObject({ status: 'valid', expiresAt });
  });

  it('brings back nothing whose time is over', async () => {
    const candidate = await aCandidate(api);
    await people.grade(candidate, lower);
    await shiftClock(api.db, '1000 days');
    const best = await people.grade(candidate, higher);
    await shiftClock(api.db, '1200 days');
    expect(await heldAgainOf(best.entry)).toBeNull();
    await people.withdraw(best.entry);
    expect((await credentialsOf(candidate)).map((credential) => credential?.status)).toEqual([
      'superseded',
      'revoked',
    ]);
  });

  it('brings back nothing that rests on its scores', async () => {
    const candidate = await aCandidate(api);
    const first = await people.grade(candidate, { ...lower, marks: [4, 4, 4, 4, 4] });
    await shiftClock(api.db, '100 days');
    const { entry } = await people.grade(candidate, { ...lower, skillsCents: null }, ['skills']);
    expect((await credentialsOf(candidate))[1]).toBeNull();
    expect(entry.number).toBe(2);
    expect(await heldAgainOf(first.entry)).toBeNull();
    await people.withdraw(first.entry);
    expect((await credentialsOf(candidate)).map((credential) => credential?.status)).toEqual([
      'revoked',
      undefined,
    ]);
  });

  it('brings back nothing that rests on scores of a grade that was taken back before', async () => {
    const candidate = await aCandidate(api);
    const first = await people.grade(candidate, { ...lower, marks: [4, 4, 4, 4, 4] });
    await shiftClock(api.db, '100 days');
    await people.grade(candidate, { ...lower, skillsCents: null }, ['skills']);
    await shiftClock(api.db, '200 days');
    const best = await people.grade(candidate, higher);
    await people.withdraw(first.entry);
    expect(await heldAgainOf(best.entry)).toBeNull();
    await people.withdraw(best.entry);
    expect((await credentialsOf(candidate)).map((credential) => credential?.status)).toEqual([
      'superseded',
      undefined,
      'revoked',
    ]);
  });

  it('gives no new time to what rests on scores of an earlier certificate', async () => {
    const candidate = await aCandidate(api);
    const first = await people.grade(candidate, { ...lower, marks: [4, 4, 4, 4, 4] });
    const { expiresAt } = first.decision.credential!;
    await shiftClock(api.db, '100 days');
    await people.grade(candidate, { ...lower, skillsCents: null }, ['skills']);
    await shiftClock(api.db, '200 days');
    const best = await people.grade(candidate, higher);
    expect(await heldAgainOf(best.entry)).toMatchObject({ number: 2, expiresAt });
    await people.withdraw(best.entry);
    expect((await credentialsOf(candidate))[1]).toMatchObject({ status: 'valid', expiresAt });
  });

  it('brings back nothing that its scores no longer reach', async () => {
    const candidate = await aCandidate(api);
    // 54.25 + 17.5 + 3.75, half a point above the second grade: near enough to take two, and gone with two questions.
    const { session } = await people.grade(candidate, { rightAnswers: 31, marks: [3, 3, 3, 3, 3] });
    await shiftClock(api.db, '100 days');
    const best = await people.grade(candidate, higher);
    expect(await heldAgainOf(best.entry)).toMatchObject({ number: 1, grade: 2 });
    await drop(api, session, 1);
    await drop(api, session, 2);
    expect(await heldAgainOf(best.entry)).toBeNull();
    await people.withdraw(best.entry);
    expect((await credentialsOf(candidate)).map((credential) => credential?.status)).toEqual([
      'superseded',
      'revoked',
    ]);
  });

  it('issues nothing that would have ended with what its entry had before', async () => {
    const candidate = await aCandidate(api);
    const { session, entry } = await people.grade(candidate, { rightAnswers: 31, marks: [3, 3, 3, 3, 3] });
    await shiftClock(api.db, '200 days');
    const best = await people.grade(candidate, higher);
    await drop(api, session, 1);
    await drop(api, session, 2);
    await people.withdraw(entry);
    await shiftClock(api.db, '900 days');
    await people.decide(entry);
    expect(await heldAgainOf(best.entry)).toMatchObject({ number: 1, grade: 1 });
    await shiftClock(api.db, '1200 days');
    expect(await heldAgainOf(best.entry)).toBeNull();
  });

  it('leaves to people what would not be granted on its evidence', async () => {
    const candidate = await aCandidate(api);
    const first = await people.grade(candidate, lower);
    await shiftClock(api.db, '100 days');
    const best = await people.grade(candidate, higher);
    expect(await heldAgainOf(best.entry)).toMatchObject({ number: 1 });
    await api.db.query(
      `UPDATE verdict SET signature = '' WHERE lab_session_id IN (SELECT id FROM lab_session WHERE entry_id = $1)`,
      [first.entry.id],
    );
    expect(await heldAgainOf(best.entry)).toBeNull();
    await people.withdraw(best.entry);
    expect((await credentialsOf(candidate)).map((credential) => credential?.status)).toEqual([
      'superseded',
      'revoked',
    ]);
  });

  it('opens one again whose scores had fallen when nobody brought it back, and reach it later', async () => {
    const candidate = await aCandidate(api);
    const { session, entry } = await people.grade(candidate, { rightAnswers: 30, marks: [4, 4, 4, 4, 4] });
    const { expiresAt } = (await credentialsOf(candidate))[0]!;
    await shiftClock(api.db, '100 days');
    const best = await people.grade(candidate, higher);
    await drop(api, session, 1);
    await people.withdraw(best.entry);
    expect((await mine(candidate)).tries.map(({ state }) => state)).toEqual(['decided', 'decided']);
    await credit(api, session, 40);
    expect((await mine(candidate)).tries[0]!.state).toBe('reopened');
    await people.decide(entry);
    expect((await credentialsOf(candidate))[0]).toMatchObject({ status: 'valid', expiresAt });
  });

  it('opens nothing again that is held all the while', async () => {
    const candidate = await aCandidate(api);
    const { session } = await people.grade(candidate, { rightAnswers: 30, marks: [4, 4, 4, 4, 4] });
    await drop(api, session, 1);
    await credit(api, session, 40);
    expect((await mine(candidate)).tries[0]!.state).toBe('decided');
  });
});
