import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addInZone, endOfDay } from '@ennead/domain';
import { readClock } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { refuse, satExam, type CaseOptions } from './certification-harness.ts';
import { certificatesOf, twoCertifiers, type TwoCertifiers } from './grades-harness.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { credit, drop } from './rescoring-harness.ts';
import { aCandidate, enter, sessionNow, type Candidate } from './tries-harness.ts';

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

const one: CaseOptions = { rightAnswers: 26 };
const two: CaseOptions = { rightAnswers: 34 };
const three: CaseOptions = { rightAnswers: 40, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };
/** The third grade, and the second once a question is dropped. */
const barelyThree: CaseOptions = { rightAnswers: 35, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };
/** The second grade, and the third once a question is credited. */
const nearlyThree: CaseOptions = { rightAnswers: 34, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };

/** The end of a term of three years that begins now. */
const termFromNow = async (): Promise<string> =>
  endOfDay(
    addInZone((await readClock(api.db)).toISOString(), { months: 36 }, 'Asia/Shanghai'),
    'Asia/Shanghai',
  );
const day = (number: number) => shiftClock(api.db, `${number} days`);

describe('the same sittings give no new time, and new ones do', () => {
  it('where the grade before is held again between sitting and grant', async () => {
    await people.grade(candidate, one);
    await day(1000);
    const best = await people.grade(candidate, two);
    await day(1020);
    const { entry } = await people.sit(candidate, three);
    await people.withdraw(best.entry);
    const end = await termFromNow();
    await people.decide(entry);
    expect((await certificatesOf(candidate))[2]).toEqual({ status: 'valid', expiresAt: end });
  });

  it('where a grade is decided again below one that was held again meanwhile', async () => {
    await people.grade(candidate, one);
    await day(1000);
    const { entry, session } = await people.grade(candidate, barelyThree);
    const end = (await certificatesOf(candidate))[1]!.expiresAt;
    await drop(api, session, 1);
    await people.withdraw(entry);
    await people.decide(entry);
    expect(await certificatesOf(candidate)).toMatchObject([
      { status: 'superseded' },
      { status: 'valid', expiresAt: end },
    ]);
  });

  it('where the one that was held again had more time', async () => {
    const { entry, session } = await people.grade(candidate, nearlyThree);
    const end = (await certificatesOf(candidate))[0]!.expiresAt;
    await day(1000);
    await people.grade(candidate, one);
    await credit(api, session, 40);
    await people.decide(entry);
    await drop(api, session, 1);
    await people.withdraw(entry);
    expect((await certificatesOf(candidate))[1]).toMatchObject({ status: 'valid' });
    await people.decide(entry);
    expect((await certificatesOf(candidate))[0]).toEqual({ status: 'valid', expiresAt: end });
  });

  it('where a grade on record was decided again late, and is held then', async () => {
    const better = await people.grade(candidate, two);
    await day(100);
    const { entry, session } = await people.grade(candidate, { rightAnswers: 31 });
    const end = await termFromNow();
    await day(900);
    await credit(api, session, 40);
    await people.decide(entry);
    expect((await certificatesOf(candidate))[1]).toBeNull();
    await day(1000);
    await people.withdraw(better.entry);
    expect((await certificatesOf(candidate))[1]).toEqual({ status: 'valid', expiresAt: end });
  });

  it('where a grade on record is taken back and a lower one granted late', async () => {
    const better = await people.grade(candidate, two);
    await day(100);
    const { entry, session } = await people.grade(candidate, { rightAnswers: 30, marks: [4, 4, 4, 4, 4] });
    const end = await termFromNow();
    await day(900);
    await drop(api, session, 1);
    await people.withdraw(better.entry);
    await people.withdraw(entry);
    await people.decide(entry);
    expect((await certificatesOf(candidate))[1]).toEqual({ status: 'valid', expiresAt: end });
  });

  it('where what it carries over was certified, whatever became of that: the end of that certificate', async () => {
    const { entry, session } = await people.grade(candidate, {
      rightAnswers: 20,
      skillsCents: 10_000,
      marks: [4, 4, 4, 4, 4],
    });
    const end = (await certificatesOf(candidate))[0]!.expiresAt;
    await day(300);
    const next = await sessionNow(api);
    const later = await enter(api, candidate, ['skills', 'practice'], next);
    await drop(api, session, 1);
    await people.withdraw(entry);
    await people.decide(entry, refuse);
    await satExam(api, next, later, 30);
    await people.decide(later);
    expect((await certificatesOf(candidate))[1]).toEqual({ status: 'valid', expiresAt: end });
    await day(400);
    const best = await people.grade(candidate, three);
    expect(await people.evidenceOf(best.entry)).toMatchObject({ heldAgain: { number: 2, expiresAt: end } });
    await people.withdraw(best.entry);
    expect((await certificatesOf(candidate))[1]).toEqual({ status: 'valid', expiresAt: end });
  });

  it('where what it carries over was granted on record: the end that this would have had', async () => {
    await people.grade(candidate, { rightAnswers: 34, marks: [4, 4, 4, 4, 4] });
    await day(100);
    await people.grade(candidate, { rightAnswers: 34, marks: [4, 4, 4, 4, 4] });
    const end = await termFromNow();
    expect((await certificatesOf(candidate))[1]).toBeNull();
    await day(300);
    await people.grade(candidate, { rightAnswers: 40, skillsCents: 9_500, marks: null }, ['practice']);
    expect((await certificatesOf(candidate))[2]).toEqual({ status: 'valid', expiresAt: end });
  });

  it('and what is decided only after that end is on record', async () => {
    await people.grade(candidate, { rightAnswers: 34, marks: [4, 4, 4, 4, 4] });
    await day(300);
    const { entry, session } = await people.grade(
      candidate,
      { rightAnswers: 34, skillsCents: null, marks: null },
      ['skills', 'practice'],
    );
    await day(1100);
    await credit(api, session, 35, 36, 37, 38, 39, 40);
    await people.decide(entry);
    expect((await certificatesOf(candidate))[1]).toBeNull();
  });

  it('and one whose own time is over displaces nothing that is held', async () => {
    const { entry, session } = await people.grade(candidate, nearlyThree);
    await day(1200);
    await people.grade(candidate, one);
    await credit(api, session, 40);
    const before = await certificatesOf(candidate);
    expect(before).toMatchObject([{ status: 'expired' }, { status: 'valid' }]);
    await people.decide(entry);
    expect(await certificatesOf(candidate)).toEqual(before);
  });
});
