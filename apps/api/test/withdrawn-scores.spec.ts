import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DimensionCode } from '@ennead/contracts';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { grant, refuse, satExam, type CaseOptions } from './certification-harness.ts';
import { certificatesOf, twoCertifiers, type TwoCertifiers } from './grades-harness.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { credit, drop } from './rescoring-harness.ts';
import { aCandidate, enter, mine, sessionNow, type Candidate } from './tries-harness.ts';

let api: TestApi;
let people: TwoCertifiers;
let candidate: Candidate;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  people = await twoCertifiers(api);
});
beforeEach(async () => {
  candidate = await aCandidate(api);
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const both: DimensionCode[] = ['skills', 'practice'];
const onlyExam = (rightAnswers: number): CaseOptions => ({ rightAnswers, skillsCents: null, marks: null });
/** 73.75: the first grade, and the second with one question more. */
const nearlyTwo: CaseOptions = { rightAnswers: 30, marks: [3, 3, 3, 3, 3] };
/** 75: the second grade, and the first with one question less. */
const barelyTwo: CaseOptions = { rightAnswers: 30, marks: [4, 4, 4, 4, 4] };

const day = (number: number) => shiftClock(api.db, `${number} days`);
const carriedOf = async (number: number) =>
  (await mine(candidate)).tries[number - 1]!.carried.map(({ dimension }) => dimension);
const refusalOf = async ({ id }: { readonly id: string }, input: object = grant) =>
  (await people.certifier.post(`/api/entries/${id}/decision`, input).expect(409)).body.code as string;

describe('scores of a try whose grade is withdrawn', () => {
  it('are given up by a waiting try also where the grade was open for a better one', async () => {
    const { entry, session } = await people.grade(candidate, nearlyTwo);
    await day(100);
    await enter(api, candidate, both, await sessionNow(api));
    await credit(api, session, 40);
    expect((await mine(candidate)).tries[0]!.state).toBe('reopened');
    expect(await carriedOf(2)).toEqual(both);
    await people.withdraw(entry);
    expect(await carriedOf(2)).toEqual([]);
  });

  it('carry no grade that is decided again later', async () => {
    const { entry } = await people.grade(candidate, { rightAnswers: 34, marks: [4, 4, 4, 4, 4] });
    await day(100);
    const upon = await people.grade(candidate, onlyExam(29), both);
    await people.withdraw(entry);
    await credit(api, upon.session, 39, 40);
    expect((await mine(candidate)).tries[1]!.state).toBe('reopened');
    expect(await people.evidenceOf(upon.entry)).toMatchObject({ uponWithdrawn: [1], faults: [] });
    expect(await refusalOf(upon.entry)).toBe('DECISION_UPON_WITHDRAWN');
    expect((await certificatesOf(candidate)).map((credential) => credential?.status)).toEqual([
      'revoked',
      undefined,
    ]);
    // The way out is to take that one back as well; then it can be closed.
    await people.withdraw(upon.entry);
    expect(await refusalOf(upon.entry)).toBe('DECISION_UPON_WITHDRAWN');
    await day(120);
    await people.decide(upon.entry, refuse);
  });

  it('wait where the scores had fallen: until their own try is decided anew nothing is granted upon them', async () => {
    const { entry, session } = await people.grade(candidate, barelyTwo);
    await day(100);
    const next = await sessionNow(api);
    const later = await enter(api, candidate, both, next);
    await drop(api, session, 1);
    await people.withdraw(entry);
    expect(await carriedOf(2)).toEqual(both);
    await satExam(api, next, later, 40);
    expect(await people.evidenceOf(later)).toMatchObject({ uponWithdrawn: [1] });
    expect(await refusalOf(later)).toBe('DECISION_UPON_WITHDRAWN');
    await people.decide(entry);
    expect(await people.evidenceOf(later)).toMatchObject({ uponWithdrawn: [] });
    await people.decide(later);
    expect((await certificatesOf(candidate)).map((credential) => credential?.status)).toEqual([
      'superseded',
      'valid',
    ]);
  });

  it('stay with a grade that rests on them and is open for a better one: that is left to people', async () => {
    const { entry } = await people.grade(candidate, nearlyTwo);
    await day(100);
    const upon = await people.grade(candidate, onlyExam(36), both);
    await credit(api, upon.session, 37, 38, 39, 40);
    expect((await mine(candidate)).tries[1]!.state).toBe('reopened');
    await people.withdraw(entry);
    expect(await carriedOf(2)).toEqual(both);
    expect(await refusalOf(upon.entry)).toBe('DECISION_UPON_WITHDRAWN');
  });

  it('count again once their own try is decided anew, and a better grade on record that rests on them is held', async () => {
    const { entry, session } = await people.grade(candidate, barelyTwo);
    await day(100);
    await people.grade(candidate, onlyExam(34), both);
    expect((await certificatesOf(candidate))[1]).toBeNull();
    const end = (await certificatesOf(candidate))[0]!.expiresAt;
    await drop(api, session, 1);
    await people.withdraw(entry);
    expect((await certificatesOf(candidate))[1]).toBeNull();
    await people.decide(entry);
    expect(await certificatesOf(candidate)).toMatchObject([
      { status: 'superseded' },
      { status: 'valid', expiresAt: end },
    ]);
    expect((await mine(candidate)).tries.map(({ grade }) => grade)).toEqual([1, 2]);
  });

  it('open the try again that rested on them and was taken back as well, so that it is decided with them', async () => {
    const { entry, session } = await people.grade(candidate, { rightAnswers: 31, marks: [3, 3, 3, 3, 3] });
    await day(100);
    const upon = await people.grade(candidate, { rightAnswers: 40, skillsCents: 10_000, marks: null }, [
      'practice',
    ]);
    await drop(api, session, 1);
    await drop(api, session, 2);
    await people.withdraw(entry);
    await people.withdraw(upon.entry);
    expect((await mine(candidate)).tries.map(({ state }) => state)).toEqual(['reopened', 'reopened']);
    expect(await refusalOf(upon.entry)).toBe('DECISION_UPON_WITHDRAWN');
    await people.decide(entry);
    await people.decide(upon.entry);
    expect((await certificatesOf(candidate)).map((credential) => credential?.status)).toEqual([
      'superseded',
      'valid',
    ]);
  });
});

it('a withdrawal is confirmed only while it brings back what was shown', async () => {
  const before = await people.grade(candidate, { rightAnswers: 34 });
  await day(100);
  const best = await people.grade(candidate, {
    rightAnswers: 40,
    skillsCents: 9_500,
    marks: [4, 4, 4, 4, 4],
  });
  const asked = await people.proposeWithdrawal(best.entry);
  await people.withdraw(before.entry);
  expect((await people.agree(asked).expect(409)).body.code).toBe('DECISION_CHANGED');
});

it('and in the grade that was shown', async () => {
  const before = await people.grade(candidate, barelyTwo);
  await day(100);
  const best = await people.grade(candidate, {
    rightAnswers: 40,
    skillsCents: 9_500,
    marks: [4, 4, 4, 4, 4],
  });
  const asked = await people.proposeWithdrawal(best.entry);
  await drop(api, before.session, 1);
  await people.withdraw(before.entry);
  await people.decide(before.entry);
  expect(await people.evidenceOf(best.entry)).toMatchObject({ heldAgain: { number: 1, grade: 1 } });
  expect((await people.agree(asked).expect(409)).body.code).toBe('DECISION_CHANGED');
});
