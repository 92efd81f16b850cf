import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  CohortMember,
  ExamSessionView,
  MailedAgain,
  MembersPage,
  OwnEntry,
  Problem,
  RosterImport,
} from '@ennead/contracts';
import { Entry } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { queuedMessages } from '@ennead/testing/queued-messages';
import { aWindow, openSession } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

let api: TestApi;
let institutionId: string;
let manager: Client;
let administrator: Client;
let count = 0;
const dayMs = 86_400_000;

beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  institutionId = (await anInstitution(api.db)).id;
  manager = (await logInAs(api, { roles: ['manager'], institutionId })).client;
  administrator = (await logInAs(api, { roles: ['administrator'] })).client;
}, 90_000);
afterEach(() => shiftClock(api.db, '0 days'));
afterAll(() => api?.close());

const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString();
const ahead = (opensIn: number, more: object = {}) =>
  openSession(api, { ...aWindow(), opensAt: inDays(opensIn), closesAt: inDays(opensIn + 5), ...more });
const aCandidate = () => logInAs(api, { institutionId, name: 'Ann' });
const aCohort = async ({ id: examSessionId }: Pick<ExamSessionView, 'id'>): Promise<string> =>
  (await manager.post('/api/cohorts', { name: `Answers ${(count += 1)}`, examSessionId }).expect(201)).body
    .id;
const invite = async (cohortId: string, ...emails: string[]) =>
  (
    await manager
      .post(`/api/cohorts/${cohortId}/roster`, {
        csv: `email,name\n${emails.map((email) => `${email},Ann`).join('\n')}`,
      })
      .expect(200)
  ).body as RosterImport;
const members = async (cohortId: string) =>
  ((await manager.get(`/api/cohorts/${cohortId}/members`).expect(200)).body as MembersPage).rows;
const mailAgain = (cohortId: string, entryIds?: string[]) =>
  manager.post(`/api/cohorts/${cohortId}/mail`, entryIds ? { entryIds } : {});
const codeOf = async (asked: PromiseLike<{ body: unknown }>) => ((await asked).body as Problem).code;
const move = ({ id, title, venue, halls }: ExamSessionView, opensAt: string) =>
  administrator
    .patch(`/api/sessions/${id}`, {
      title,
      venue,
      halls,
      opensAt,
      closesAt: new Date(Date.parse(opensAt) + 5 * dayMs).toISOString(),
      reason: 'The hall is free on another day only.',
    })
    .expect(200);
const daysUntil = (instant: string) => (Date.parse(instant) - Date.now()) / dayMs;

describe('an invitation', () => {
  it('keeps a place for two weeks, as its person, its letter and its institution are told', async () => {
    const { client, person } = await aCandidate();
    const cohortId = await aCohort(await ahead(40));
    await invite(cohortId, person.email);
    const [member] = await members(cohortId);
    expect(daysUntil(member!.answerBy!)).toBeCloseTo(14, 1);
    const [own] = (await client.get('/api/entries/mine').expect(200)).body as OwnEntry[];
    expect(own!.invitation!.answerBy).toBe(member!.answerBy);
    const [letter] = await queuedMessages(api.db, { personId: person.id, kind: 'seat-offered' });
    expect(letter!.params).toMatchObject({ until: { at: member!.answerBy } });
  });

  it('keeps it never beyond the opening of the session, also where that is moved', async () => {
    const session = await ahead(10);
    const cohortId = await aCohort(session);
    await invite(cohortId, (await aCandidate()).person.email);
    expect((await members(cohortId))[0]!.answerBy).toBe(session.opensAt);
    const opensAt = inDays(4);
    await move(session, opensAt);
    expect((await members(cohortId))[0]!.answerBy).toBe(opensAt);
  });

  it('moves on with the opening that it ended with, as far as the scheme keeps a place', async () => {
    const session = await ahead(3);
    const cohortId = await aCohort(session);
    await invite(cohortId, (await aCandidate()).person.email);
    const until = async () => (await members(cohortId))[0]!.answerBy!;
    expect(await until()).toBe(session.opensAt);
    const later = inDays(6);
    await move(session, later);
    expect(await until()).toBe(later);
    await move(session, inDays(60));
    expect(daysUntil(await until())).toBeCloseTo(14, 1);
    // It no longer ends with the opening, and stays as it was said.
    const said = await until();
    await move(session, inDays(90));
    expect(await until()).toBe(said);
  });

  it('of a session that is open moves on with the end that it ended with', async () => {
    const session = await openSession(api, aWindow());
    const cohortId = await aCohort(session);
    await invite(cohortId, (await aCandidate()).person.email);
    expect((await members(cohortId))[0]!.answerBy).toBe(session.closesAt);
    const closesAt = inDays(3);
    const reason = 'The hall was without power.';
    await administrator.post(`/api/sessions/${session.id}/extend`, { closesAt, reason }).expect(200);
    expect((await members(cohortId))[0]!.answerBy).toBe(closesAt);
  });

  it('is held no longer for a place out of the line, whenever the session opens', async () => {
    const session = await ahead(2, { places: 1 });
    const [first, second] = [await logInAs(api), await logInAs(api)];
    const enrol = ({ client }: typeof first, wait: boolean) =>
      client.post(`/api/sessions/${session.id}/entries`, { wait }).expect(201);
    const { id } = (await enrol(first, false)).body as { id: string };
    await enrol(second, true);
    await first.client.post(`/api/entries/${id}/withdraw`, {}).expect(204);
    await api.work.offer();
    const until = async () =>
      ((await second.client.get('/api/entries/mine').expect(200)).body as OwnEntry[])[0]!.invitation!
        .answerBy;
    expect(await until()).toBe(session.opensAt);
    await move(session, inDays(20));
    expect(await until()).toBe(session.opensAt);
  });

  it('cannot be accepted a moment later, also while nobody has set down that it lapsed', async () => {
    const { client, person } = await aCandidate();
    const cohortId = await aCohort(await ahead(40));
    await invite(cohortId, person.email);
    const [member] = await members(cohortId);
    await shiftClock(api.db, '14 days 1 second');
    expect(await codeOf(client.post(`/api/entries/${member!.entryId}/accept`).expect(409))).toBe(
      'ENTRY_NOT_INVITED',
    );
    await shiftClock(api.db, '13 days 23 hours');
    await client.post(`/api/entries/${member!.entryId}/accept`).expect(200);
  });

  it('of invented addresses gives its places back, and can be sent anew while there are some', async () => {
    const session = await ahead(40, { places: 1 });
    const cohortId = await aCohort(session);
    const { client, person } = await aCandidate();
    await invite(cohortId, person.email);
    const other = await logInAs(api);
    const enrol = () => other.client.post(`/api/sessions/${session.id}/entries`, { wait: false });
    expect(await codeOf(enrol().expect(409))).toBe('SESSION_FULL');
    await shiftClock(api.db, '14 days 1 second');
    await api.work.offer();
    const [lapsed] = await members(cohortId);
    expect([lapsed!.seat, lapsed!.answerBy]).toEqual(['lapsed', null]);
    // Whoever is not named is not invited anew.
    expect((await mailAgain(cohortId).expect(200)).body as MailedAgain).toEqual({
      mailed: 0,
      tooSoon: 0,
      tooMany: 0,
    });

    const taken = (await enrol().expect(201)).body as { id: string };
    expect(await codeOf(mailAgain(cohortId, [lapsed!.entryId]).expect(409))).toBe('SESSION_FULL');
    await other.client.post(`/api/entries/${taken.id}/withdraw`, {}).expect(204);

    expect((await mailAgain(cohortId, [lapsed!.entryId]).expect(200)).body).toEqual({
      mailed: 1,
      tooSoon: 0,
      tooMany: 0,
    });
    const [anew, ...more] = await members(cohortId);
    expect([anew!.seat, anew!.entryId === lapsed!.entryId, more]).toEqual(['invited', false, []]);
    expect(daysUntil(anew!.answerBy!)).toBeCloseTo(28, 1);
    await client.post(`/api/entries/${anew!.entryId}/accept`).expect(200);
    expect(await codeOf(mailAgain(cohortId, [lapsed!.entryId]))).toBe('ENTRY_ENDED');
    expect(await api.db.manager.countBy(Entry, { examSessionId: session.id, state: 'entered' })).toBe(1);
  });

  it('that is written again is kept from then on', async () => {
    const cohortId = await aCohort(await ahead(40));
    await invite(cohortId, (await aCandidate()).person.email);
    await shiftClock(api.db, '10 days');
    expect((await mailAgain(cohortId).expect(200)).body).toEqual({ mailed: 1, tooSoon: 0, tooMany: 0 });
    expect(daysUntil((await members(cohortId))[0]!.answerBy!)).toBeCloseTo(24, 1);
  });

  it('holds no place for ever, however often it is written again, and none longer for a letter that may not go', async () => {
    const cohortId = await aCohort(await ahead(60));
    const { person } = await aCandidate();
    await invite(cohortId, person.email);
    const until = async () => daysUntil((await members(cohortId))[0]!.answerBy!);
    await shiftClock(api.db, '13 days');
    await mailAgain(cohortId).expect(200);
    expect(await until()).toBeCloseTo(27, 1);
    await shiftClock(api.db, '26 days');
    await mailAgain(cohortId).expect(200);
    expect(await until()).toBeCloseTo(28, 1);

    const another = await aCohort(await ahead(60));
    await invite(another, (await aCandidate()).person.email);
    const [{ entryId, answerBy: first }] = (await members(another)) as [CohortMember];
    await api.db.query(
      `INSERT INTO message (message_id, kind, person_id, address, name, locale, params, entry_id, state)
       SELECT gen_random_uuid(), kind, person_id, address, name, locale, params, entry_id, state FROM message, generate_series(1, 20)
       WHERE entry_id = $1`,
      [entryId],
    );
    await shiftClock(api.db, '27 days 2 hours');
    expect((await mailAgain(another).expect(200)).body).toEqual({ mailed: 0, tooSoon: 0, tooMany: 1 });
    expect((await members(another))[0]!.answerBy).toBe(first);
  });
});
