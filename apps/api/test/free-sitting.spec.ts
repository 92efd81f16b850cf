import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, OwnEntry, SessionEntriesView } from '@ennead/contracts';
import { Clearance, type Entry } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { partPath } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { drop } from './rescoring-harness.ts';
import {
  aCandidate,
  ask,
  decidedTry,
  enter,
  failing,
  mine,
  refused,
  sessionNow,
  type Candidate,
} from './tries-harness.ts';

const reason = 'The room had no power.';
let api: TestApi;
let certifier: Client;
let administrator: Client;
beforeAll(async () => {
  // No lab is opened here, only begun.
  api = await startApi({ RUNNER_URL: 'http://127.0.0.1:9' });
  await makeClockShiftable(api.db);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const give = ({ id }: Pick<Entry, 'id'>, session: ExamSessionView) =>
  administrator.post(`/api/entries/${id}/free-sitting`, { examSessionId: session.id, reason });
const choose = ({ client }: Candidate, { id }: Pick<Entry, 'id'>, carry: string[]) =>
  client.put(`/api/entries/${id}/carried`, { carry }).expect(204);
const carriedOf = async (candidate: Candidate) =>
  (await mine(candidate)).tries.at(-1)!.carried.map(({ dimension }) => dimension);

/** Granted a grade with scores that may all be carried over, and entered once more for a better one. */
const enteredAgain = async (carry: string[]) => {
  const candidate = await aCandidate(api);
  const first = await sessionNow(api);
  const options = { rightAnswers: 32, skillsCents: 8_000, marks: [3, 3, 3, 3, 3] };
  await decidedTry(api, certifier, candidate, options, first);
  await shiftClock(api.db, '15 days');
  const session = await sessionNow(api);
  return { candidate, first, session, entry: await enter(api, candidate, carry, session) };
};

describe('what a free sitting carries over after the scores behind it changed', () => {
  it('is what was chosen last, not what was given up by choice before', async () => {
    const { candidate, first, entry } = await enteredAgain(['knowledge', 'skills']);
    await drop(api, first);
    await choose(candidate, entry, ['skills', 'practice']);
    await give(entry, await sessionNow(api)).expect(201);
    expect(await carriedOf(candidate)).toEqual(['skills', 'practice']);
  });

  it('is nothing where all was given up', async () => {
    const { candidate, first, entry } = await enteredAgain(['knowledge']);
    await drop(api, first);
    await choose(candidate, entry, []);
    await give(entry, await sessionNow(api)).expect(201);
    expect(await carriedOf(candidate)).toEqual([]);
  });

  it('is the score as it counts now, also where it changed and beginning gave it up', async () => {
    const { candidate, first, session, entry } = await enteredAgain(['knowledge']);
    const [before] = (await mine(candidate)).tries.at(-1)!.carried;
    await drop(api, first);
    await candidate.client.post(partPath(entry, session, 'form')).expect(200);
    expect(await carriedOf(candidate)).toEqual([]);
    const another = await sessionNow(api);
    const { body } = await give(entry, another).expect(201);
    const [after] = (await mine(candidate)).tries.at(-1)!.carried;
    expect(after).toMatchObject({ dimension: 'knowledge', fromNumber: 1 });
    expect(after!.scoreCents).not.toBe(before!.scoreCents);
    // And once more: the free sitting is its candidate's choice as the first entry was.
    await give(body as Pick<Entry, 'id'>, await sessionNow(api)).expect(201);
    expect(await carriedOf(candidate)).toEqual(['knowledge']);
  });
});

it('keeps what was given for the one before and still holds, but who sits there', async () => {
  const candidate = await aCandidate(api);
  await decidedTry(api, certifier, candidate, failing);
  await shiftClock(api.db, '15 days');
  const entry = await enter(api, candidate, []);
  const before = { entryId: entry.id, by: candidate.person.id };
  await api.db.manager.insert(Clearance, {
    ...before,
    kind: 'names',
    holds: false,
    detail: { cause: 'spec' },
  });
  const { id: entryId } = (await give(entry, await sessionNow(api)).expect(201)).body as Pick<Entry, 'id'>;
  const kept = await api.db.manager.findBy(Clearance, { entryId });
  expect(kept.map(({ kind, holds, detail }) => [kind, holds, detail['from']])).toEqual([
    ['application', true, entry.id],
  ]);
  const own = (await candidate.client.get('/api/entries/mine').expect(200)).body as OwnEntry[];
  expect(own.find(({ id }) => id === entryId)!.missing).toEqual(['names', 'identity']);
});

it('takes the place of no entry whose session has not opened, so that none is a way round the wait', async () => {
  const candidate = await aCandidate(api);
  await decidedTry(api, certifier, candidate, failing);
  const [now, later] = [await sessionNow(api), await sessionNow(api, 40)];
  await api.db.query(`UPDATE exam_session SET opens_at = clock() + interval '15 days' WHERE id = $1`, [
    later.id,
  ]);
  expect(await refused(ask(api, candidate, [], now))).toMatchObject({ code: 'TRY_TOO_EARLY' });
  const early = await enter(api, candidate, [], later);
  const canReplace = async () => {
    const { body } = await administrator.get(`/api/sessions/${later.id}/entries`).expect(200);
    return (body as SessionEntriesView).entries.map((entry) => entry.canReplace);
  };
  expect(await canReplace()).toEqual([false]);
  expect((await give(early, now).expect(409)).body.code).toBe('ENTRY_NOT_OPEN');
  const listed = await administrator.get(`/api/entries/${early.id}/free-sitting`).expect(409);
  expect(listed.body.code).toBe('ENTRY_NOT_OPEN');
  await shiftClock(api.db, '16 days');
  expect(await canReplace()).toEqual([true]);
  await give(early, await sessionNow(api)).expect(201);
});

it('takes the place of no entry while another try is open, and says so before anything is chosen', async () => {
  const candidate = await aCandidate(api);
  const first = await sessionNow(api);
  const { entry } = await decidedTry(api, certifier, candidate, failing, first);
  await shiftClock(api.db, '15 days');
  const listed = async () => {
    const { body } = await administrator.get(`/api/sessions/${first.id}/entries`).expect(200);
    return (body as SessionEntriesView).entries[0]!.canReplace;
  };
  expect(await listed()).toBe(true);
  const next = await enter(api, candidate);
  expect(await listed()).toBe(false);
  const session = await sessionNow(api);
  expect((await give(entry, session).expect(409)).body.code).toBe('ENTRY_BESIDE_OPEN');
  const offers = await administrator.get(`/api/entries/${entry.id}/free-sitting`).expect(409);
  expect(offers.body.code).toBe('ENTRY_BESIDE_OPEN');
  await administrator.post(`/api/entries/${next.id}/excuse`, { reason }).expect(204);
  await give(entry, session).expect(201);
});
