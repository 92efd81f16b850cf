import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView, QueueCounts } from '@ennead/contracts';
import { Entry } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { enrol, partPath } from './attempts-harness.ts';
import { refuse } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { aCandidate, enter, mine, sessionNow, type Candidate } from './tries-harness.ts';
import { whileHeld } from './while-held.ts';

const reason = 'A certificate of illness of that day was seen.';
let api: TestApi;
let certifier: Client;
let administrator: Client;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'], name: 'Wen Shu' }));
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const blocked = async () =>
  ((await certifier.get('/api/decisions/queue').expect(200)).body as QueueCounts).blocked;
const stored = async ({ id }: Entry) => (await api.db.manager.findOneByOrFail(Entry, { id })).state;
const actionsOf = async ({ id }: Entry) => {
  const { body } = await administrator.get(`/api/entries/${id}/trail`).expect(200);
  const actions = (body.events as { action: string }[]).map(({ action }) => action);
  // Looking at it stands on it as well.
  return actions.filter((action) => action !== 'trail.viewed');
};

/** Entered into a session of one day, of which nothing was begun in two. */
const anAbsence = async (): Promise<{ candidate: Candidate; session: ExamSessionView; entry: Entry }> => {
  const candidate = await aCandidate(api);
  const session = await sessionNow(api, 1);
  const entry = await enrol(api.db, candidate.person, session);
  await shiftClock(api.db, '2 days');
  return { candidate, session, entry };
};

describe('an entry of which nothing was begun', () => {
  it('waits for nobody once nothing can be begun any more: it is an absence, and used its try', async () => {
    const before = await blocked();
    const candidate = await aCandidate(api);
    const entry = await enrol(api.db, candidate.person, await sessionNow(api, 1));
    expect(await blocked()).toBe(before + 1);
    expect((await mine(candidate)).next).toEqual({ kind: 'refused', code: 'TRY_OPEN', number: 1 });
    await shiftClock(api.db, '2 days');
    expect(await blocked()).toBe(before);
    const { tries, next, countedTries } = await mine(candidate);
    expect(tries).toMatchObject([{ state: 'missed', outcome: null }]);
    expect(countedTries).toEqual([1]);
    expect(next).toEqual({ kind: 'allowed', number: 2, cause: 'retake' });
    expect((await candidate.client.get('/api/entries/mine').expect(200)).body[0].state).toBe('missed');
    const { body } = await certifier.get(`/api/entries/${entry.id}/evidence`).expect(200);
    expect(body).toMatchObject({ state: 'missed', isOpen: false });
    const decided = await certifier.post(`/api/entries/${entry.id}/decision`, refuse).expect(409);
    expect(decided.body.code).toBe('ENTRY_ENDED');
    expect(await stored(entry)).toBe('entered');
  });

  it('is set down as an absence when the next is entered, and can be excused even then', async () => {
    const { candidate, entry } = await anAbsence();
    const next = await enter(api, candidate);
    expect([next.number, next.cause, await stored(entry)]).toEqual([2, 'retake', 'missed']);
    expect(await actionsOf(entry)).toEqual(['enrolment.made', 'entry.made', 'entry.missed']);
    await administrator.post(`/api/entries/${entry.id}/excuse`, { reason }).expect(204);
    const { tries, countedTries } = await mine(candidate);
    expect(tries.map(({ state }) => state)).toEqual(['excused', 'entered']);
    expect(countedTries).toEqual([]);
    expect(await actionsOf(entry)).toEqual(['enrolment.made', 'entry.made', 'entry.missed', 'entry.excused']);
  });

  it('can be made good by a free sitting where the failure was ours', async () => {
    const { candidate, entry } = await anAbsence();
    const { id: examSessionId } = await sessionNow(api);
    await administrator.post(`/api/entries/${entry.id}/free-sitting`, { examSessionId, reason }).expect(201);
    expect((await mine(candidate)).tries.map(({ state }) => state)).toEqual(['replaced', 'entered']);
    expect(await actionsOf(entry)).toEqual(['enrolment.made', 'entry.made', 'entry.replaced']);
  });

  it('uses up the tries like any other', async () => {
    const { candidate } = await anAbsence();
    for (const days of [3, 5]) {
      await enter(api, candidate, [], await sessionNow(api, 1));
      await shiftClock(api.db, `${days + 1} days`);
    }
    expect((await mine(candidate)).next).toMatchObject({ code: 'TRIES_USED_UP', used: 3 });
  });

  it('is none while a part can still be begun, after its session', async () => {
    const candidate = await aCandidate(api);
    const session = await sessionNow(api, 1);
    const entry = await enrol(api.db, candidate.person, session);
    await api.db.query(
      `UPDATE session_part SET closes_at = clock() + interval '3 days' WHERE exam_session_id = $1 AND kind = 'portfolio'`,
      [session.id],
    );
    await shiftClock(api.db, '2 days');
    expect((await mine(candidate)).next).toMatchObject({ code: 'TRY_OPEN' });
    await candidate.client.get(partPath(entry, session, 'portfolio')).expect(200);
    await shiftClock(api.db, '4 days');
    expect((await mine(candidate)).tries[0]!.state).toBe('missed');
  });

  it('is none where something was begun, also in the last moment, and an invitation that meets it then cannot be accepted', async () => {
    const { client: manager } = await logInAs(api, {
      roles: ['manager'],
      institutionId: (await anInstitution(api.db)).id,
    });
    const candidate = await aCandidate(api);
    const entry = await enrol(api.db, candidate.person, await sessionNow(api, 1));
    await shiftClock(api.db, '2 days');
    const name = 'After the last moment';
    const { id: examSessionId } = await sessionNow(api);
    const cohort = await manager.post('/api/cohorts', { name, examSessionId }).expect(201);
    const csv = `name,email\nAda Last,${candidate.person.email}\n`;
    const answer = await whileHeld(
      api,
      entry.id,
      () => manager.post(`/api/cohorts/${cohort.body.id}/roster`, { csv }),
      (held) => held.query('UPDATE entry SET first_sat_at = clock() WHERE id = $1', [entry.id]),
    );
    expect(answer.status).toBe(200);
    const [, seat] = (await mine(candidate)).tries;
    const accepting = await candidate.client.post(`/api/entries/${seat!.entryId}/accept`).expect(409);
    expect(accepting.body).toMatchObject({ code: 'TRY_OPEN' });
    expect((await mine(candidate)).tries.map(({ state }) => state)).toEqual(['entered', 'invited']);
    expect(await stored(entry)).toBe('entered');
  });

  it('is told apart in the cohort, and is entered anew by the next roster', async () => {
    const { id: institutionId } = await anInstitution(api.db);
    const { client: manager } = await logInAs(api, { roles: ['manager'], institutionId });
    const candidate = await aCandidate(api);
    const csv = `name,email\n${candidate.person.name},${candidate.person.email}\n`;
    const cohortFor = async ({ id: examSessionId }: ExamSessionView) =>
      (await manager.post('/api/cohorts', { name: `For ${examSessionId}`, examSessionId }).expect(201)).body
        .id;
    const first = await cohortFor(await sessionNow(api, 1));
    const accept = async () => {
      const { entryId } = (await mine(candidate)).tries.at(-1)!;
      await candidate.client.post(`/api/entries/${entryId}/accept`).expect(200);
    };
    await manager.post(`/api/cohorts/${first}/roster`, { csv }).expect(200);
    await accept();
    await shiftClock(api.db, '2 days');
    const members = () => manager.get(`/api/cohorts/${first}/members?result=missed`).expect(200);
    expect((await members()).body.rows).toMatchObject([{ name: candidate.person.name, result: 'missed' }]);
    expect((await manager.get(`/api/cohorts/${first}`).expect(200)).body.counts.result).toEqual({
      missed: 1,
    });
    const second = await cohortFor(await sessionNow(api, 1));
    await manager.post(`/api/cohorts/${second}/roster`, { csv }).expect(200);
    await accept();
    expect((await members()).body.rows).toHaveLength(1);
    expect((await mine(candidate)).tries.map(({ state }) => state)).toEqual(['missed', 'entered']);
  });
});
