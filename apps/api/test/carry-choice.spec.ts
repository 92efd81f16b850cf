import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { addInZone } from '@ennead/domain';
import { Entry, Person } from '@ennead/persistence';
import { clearEntries, makeClockShiftable, shiftClock } from '@ennead/testing';
import { enrol, partPath } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
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

let api: TestApi;
let institutionId: string;
let certifier: Client;
let manager: Client;
let administrator: Client;
beforeAll(async () => {
  // No lab is opened here, only begun.
  api = await startApi({ RUNNER_URL: 'http://127.0.0.1:9' });
  await makeClockShiftable(api.db);
  ({ client: certifier } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
  ({ id: institutionId } = await anInstitution(api.db));
  ({ client: manager } = await logInAs(api, { roles: ['manager'], institutionId }));
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const carry = ({ client }: Candidate, { id }: Pick<Entry, 'id'>, dimensions: string[]) =>
  client.put(`/api/entries/${id}/carried`, { carry: dimensions });
const carriedOf = async (candidate: Candidate) =>
  (await mine(candidate)).tries.at(-1)!.carried.map(({ dimension }) => dimension);
const cohortFor = async ({ id: examSessionId }: ExamSessionView): Promise<string> =>
  (await manager.post('/api/cohorts', { name: `For ${examSessionId}`, examSessionId }).expect(201)).body.id;

/** Refused once, with a lab of 70 that may be carried over, and entered again by an institution. */
const enteredByRoster = async () => {
  const candidate = await aCandidate(api);
  await decidedTry(api, certifier, candidate, failing);
  await shiftClock(api.db, '15 days');
  const session = await sessionNow(api);
  const cohortId = await cohortFor(session);
  await api.db.manager.update(Person, { id: candidate.person.id }, { institutionId });
  const csv = `name,email\n${candidate.person.name},${candidate.person.email}\n`;
  const preview = await manager.post(`/api/cohorts/${cohortId}/roster/preview`, { csv }).expect(200);
  await manager.post(`/api/cohorts/${cohortId}/roster`, { csv }).expect(200);
  const entry = await api.db.manager.findOneByOrFail(Entry, { examSessionId: session.id });
  await candidate.client.post(`/api/entries/${entry.id}/accept`).expect(200);
  await clearEntries(api.db, entry.id);
  return { candidate, session, entry, preview: preview.body };
};

describe('what is carried over into an entry that an institution made', () => {
  it('is the candidate’s to choose and to change; the institution is told which try it is, and no more', async () => {
    const { candidate, session, entry, preview } = await enteredByRoster();
    expect(preview.rows).toMatchObject([{ outcome: 'known-person', next: { number: 2, cause: 'retake' } }]);
    expect(JSON.stringify(preview)).not.toMatch(/skills|carr/i);
    expect((await mine(candidate)).carryChoice).toMatchObject({
      entryId: entry.id,
      number: 2,
      carry: [
        { dimension: 'knowledge', verdict: { code: 'CARRY_UNDER_MARK' } },
        { dimension: 'skills', verdict: { kind: 'carriable' } },
        { dimension: 'practice', verdict: { code: 'CARRY_UNDER_MARK' } },
      ],
    });
    await carry(candidate, entry, ['skills']).expect(204);
    await carry(candidate, entry, ['skills']).expect(204);
    expect(await carriedOf(candidate)).toEqual(['skills']);
    // As it was judged when it was chosen, whatever has become of its try since.
    await api.db.query(`UPDATE entry SET state = 'reopened' WHERE enrolment_id = $1 AND number = 1`, [
      entry.enrolmentId,
    ]);
    expect((await mine(candidate)).carryChoice!.carry).toMatchObject([
      { dimension: 'skills', scoreCents: 7_000, fromNumber: 1, verdict: { kind: 'kept', isFixed: false } },
    ]);
    await api.db.query(`UPDATE entry SET state = 'decided' WHERE enrolment_id = $1 AND number = 1`, [
      entry.enrolmentId,
    ]);
    await carry(candidate, entry, []).expect(204);
    expect(await carriedOf(candidate)).toEqual([]);
    await carry(candidate, entry, ['skills']).expect(204);
    const trail = await certifier.get(`/api/entries/${entry.id}/trail`).expect(200);
    expect(
      (trail.body.events as { action: string; actorName: string | null }[]).map(({ action }) => action),
    ).toEqual([
      'enrolment.made',
      'entry.invited',
      'message.queued',
      'entry.accepted',
      'entry.confirmed',
      'score-run.recorded',
      'score.carried',
      'score.given-up',
      'score-run.recorded',
      'score.carried',
    ]);
    const { decision } = await decidedTry(api, certifier, candidate, { entry, skillsCents: null }, session);
    expect(decision).toMatchObject({ outcome: 'grant', grade: 2 });
  });

  it('is not undone unseen by a window that still shows what was chosen before', async () => {
    const { candidate, entry } = await enteredByRoster();
    const choose = (chosen: string[], seen: string[]) =>
      candidate.client.put(`/api/entries/${entry.id}/carried`, { carry: chosen, seen });
    await choose(['skills'], []).expect(204);
    await choose(['skills'], []).expect(204);
    // Nothing is chosen there, because nothing was when it was opened.
    const stale = await choose(['practice'], []).expect(409);
    expect(stale.body.code).toBe('CARRY_CHANGED');
    expect(await carriedOf(candidate)).toEqual(['skills']);
    await choose([], ['skills']).expect(204);
    expect(await carriedOf(candidate)).toEqual([]);
  });

  it('is fixed once a part is begun', async () => {
    const { candidate, session, entry } = await enteredByRoster();
    await candidate.client.post(partPath(entry, session, 'form')).expect(200);
    expect((await mine(candidate)).carryChoice).toBeNull();
    expect((await carry(candidate, entry, ['skills']).expect(409)).body.code).toBe('CARRY_BEGUN');
    expect(await carriedOf(candidate)).toEqual([]);
  });

  it('keeps to the rules of carrying over, and never gives up what could be sat no longer', async () => {
    const { candidate, session, entry } = await enteredByRoster();
    const codeOf = async (dimensions: string[]) => (await carry(candidate, entry, dimensions)).body.code;
    expect(await codeOf(['knowledge'])).toBe('CARRY_UNDER_MARK');
    expect(await codeOf(['knowledge', 'skills', 'practice'])).toBe('CARRY_ALL');
    expect(await codeOf(['skills', 'skills'])).toBe('INPUT_INVALID');
    await carry(candidate, entry, ['skills']).expect(204);
    await api.db.query(
      `UPDATE session_part SET closes_at = clock() - interval '1 minute' WHERE exam_session_id = $1 AND kind = 'lab'`,
      [session.id],
    );
    expect((await mine(candidate)).carryChoice!.carry[1]!.verdict).toEqual({ kind: 'kept', isFixed: true });
    expect(await codeOf([])).toBe('PART_CLOSED');
    expect(await carriedOf(candidate)).toEqual(['skills']);
  });

  it('is nobody else’s, and nothing of a mock exam or of an entry that is over', async () => {
    const { entry } = await enteredByRoster();
    const other = await aCandidate(api);
    await carry(other, entry, []).expect(404);
    const mock = await enrol(api.db, other.person, await sessionNow(api), 'mock');
    expect((await mine(other)).carryChoice).toBeNull();
    expect((await carry(other, mock, []).expect(409)).body.code).toBe('ENTRY_ENDED');
    const over = await enrol(api.db, other.person, await sessionNow(api, 1));
    await shiftClock(api.db, '30 days');
    expect((await carry(other, over, []).expect(409)).body.code).toBe('ENTRY_ENDED');
  });
});

describe('a choice that is made at the same time as something else', () => {
  const reason = 'Seen and written down on the day.';
  type Raced = Awaited<ReturnType<typeof enteredByRoster>>;
  const acts: Record<string, (raced: Raced) => ReturnType<Client['post']>> = {
    'the lab is begun': ({ candidate, entry, session }) =>
      candidate.client.post(partPath(entry, session, 'lab')),
    'the exam is begun': ({ candidate, entry, session }) =>
      candidate.client.post(partPath(entry, session, 'form')),
    'the entry is excused': ({ entry }) => administrator.post(`/api/entries/${entry.id}/excuse`, { reason }),
    'nothing is chosen': ({ candidate, entry }) => carry(candidate, entry, []),
    'the same is chosen': ({ candidate, entry }) => carry(candidate, entry, ['skills']),
  };

  it.each(Object.keys(acts))('comes before or after, and never halfway: %s', async (what) => {
    for (let round = 0; round < 3; round += 1) {
      const raced = await enteredByRoster();
      const { candidate, entry } = raced;
      const answers = await Promise.all([carry(candidate, entry, ['skills']), acts[what]!(raced)]);
      expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
      const [{ state, carried, isLabBegun, dropped, made }] = await api.db.query(
        `SELECT entry.state, EXISTS (SELECT FROM lab_session WHERE entry_id = entry.id) AS "isLabBegun",
           (SELECT count(*)::int FROM entry_score JOIN score ON score.id = score_id
            WHERE entry_score.entry_id = entry.id AND entry_score.place = 'skills' AND carried_from_id IS NOT NULL) AS carried,
           (SELECT count(*)::int FROM audit_event WHERE entry_id = entry.id AND action = 'score.carried') AS made,
           (SELECT count(*)::int FROM audit_event WHERE entry_id = entry.id AND action = 'score.given-up') AS dropped
         FROM entry WHERE id = $1`,
        [entry.id],
      );
      expect([0, 1]).toContain(carried);
      if (isLabBegun) expect(carried).toBe(0);
      expect(made - dropped).toBe(carried);
      if (answers[0]!.status !== 204)
        expect([made, ['entered', 'excused']]).toEqual([0, expect.arrayContaining([state])]);
      await shiftClock(api.db, '0');
    }
  });
});

describe('a session that opens after the wait', () => {
  const opensIn = async (days: number): Promise<ExamSessionView> => {
    const session = await sessionNow(api, 40);
    await api.db.query(`UPDATE exam_session SET opens_at = clock() + $2::interval WHERE id = $1`, [
      session.id,
      `${days} days`,
    ]);
    return session;
  };

  it('can be entered during it, by the candidate and by a roster; one that opens before cannot', async () => {
    const [one, other] = [await aCandidate(api), await aCandidate(api)];
    const { decision } = await decidedTry(api, certifier, one, failing);
    await decidedTry(api, certifier, other, failing);
    const [before, after] = [await opensIn(13), await opensIn(15)];
    const earliestAt = addInZone(decision.decidedAt, { days: 14 }, 'Asia/Shanghai');
    const { next, sessions } = await mine(one);
    expect(next).toMatchObject({ kind: 'refused', code: 'TRY_TOO_EARLY', earliestAt });
    const verdictOn = ({ id }: ExamSessionView) => sessions.find((session) => session.id === id)?.entering;
    expect(verdictOn(before)).toEqual({ kind: 'refused', code: 'TRY_TOO_EARLY', earliestAt });
    expect(verdictOn(after)).toEqual({ kind: 'allowed' });
    expect(await refused(ask(api, one, [], before))).toMatchObject({
      code: 'TRY_TOO_EARLY',
      value: earliestAt,
    });
    expect(await enter(api, one, ['skills'], after)).toMatchObject({ number: 2, cause: 'retake' });
    await api.db.manager.update(Person, { id: other.person.id }, { institutionId });
    const csv = `name,email\n${other.person.name},${other.person.email}\n`;
    const faulty = await manager
      .post(`/api/cohorts/${await cohortFor(before)}/roster/preview`, { csv })
      .expect(200);
    expect(faulty.body.rows).toMatchObject([{ faults: ['TRY_TOO_EARLY'], next: null }]);
    await manager.post(`/api/cohorts/${await cohortFor(after)}/roster`, { csv }).expect(200);
    expect((await mine(other)).tries).toHaveLength(2);
  });
});
