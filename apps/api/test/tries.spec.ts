import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CarryOption, DecisionView } from '@ennead/contracts';
import { addInZone } from '@ennead/domain';
import { Entry, ExamSession } from '@ennead/persistence';
import { giveUpCarried } from '@ennead/scoring';
import { clearEntries, makeClockShiftable, shiftClock } from '@ennead/testing';
import { aScoredCase, gradedLab } from './certification-harness.ts';
import { partPath } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { anInstitution, logInAs } from './harness/people.ts';
import { putBody } from './harness/put-body.ts';
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

const zone = 'Asia/Shanghai';
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

const countEntries = (candidate: Candidate) => mine(candidate).then(({ tries }) => tries.length);

describe('another try', () => {
  it('waits fourteen days from the notice, to the instant, and is then a retake', async () => {
    const candidate = await aCandidate(api);
    const { decision } = await decidedTry(api, certifier, candidate, failing);
    const earliestAt = addInZone(decision.decidedAt, { days: 14 }, zone);
    expect((await mine(candidate)).next).toEqual({
      kind: 'refused',
      code: 'TRY_TOO_EARLY',
      earliestAt,
      waitDays: 14,
    });
    await shiftClock(api.db, '13 days 23 hours');
    expect(await refused(ask(api, candidate))).toEqual({
      status: 409,
      code: 'TRY_TOO_EARLY',
      value: earliestAt,
    });
    expect(await countEntries(candidate)).toBe(1);
    await shiftClock(api.db, '14 days 1 hour');
    expect((await mine(candidate)).next).toEqual({ kind: 'allowed', number: 2, cause: 'retake' });
    await enter(api, candidate);
    const { tries, next } = await mine(candidate);
    expect(tries.map(({ number, cause, state, outcome }) => [number, cause, state, outcome])).toEqual([
      [1, 'first', 'decided', 'refuse'],
      [2, 'retake', 'entered', null],
    ]);
    expect(next).toEqual({ kind: 'refused', code: 'TRY_OPEN', number: 2 });
    expect(await refused(ask(api, candidate))).toMatchObject({ code: 'TRY_OPEN', value: '2' });
  });

  it('is made once of two clicks at once', async () => {
    const candidate = await aCandidate(api);
    await decidedTry(api, certifier, candidate, failing);
    await shiftClock(api.db, '15 days');
    const [one, other] = [await sessionNow(api), await sessionNow(api)];
    const answers = await Promise.all([ask(api, candidate, [], one), ask(api, candidate, [], other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await countEntries(candidate)).toBe(2);
  });

  it('is refused a fourth time in twelve months, until the first leaves the window', async () => {
    const candidate = await aCandidate(api);
    const { entry: first } = await decidedTry(api, certifier, candidate, failing);
    for (const days of [15, 30]) {
      await shiftClock(api.db, `${days} days`);
      const session = await sessionNow(api);
      const entry = await enter(api, candidate, [], session);
      await decidedTry(api, certifier, candidate, { ...failing, entry }, session);
    }
    const { firstSatAt } = await api.db.manager.findOneByOrFail(Entry, { id: first.id });
    const earliestAt = addInZone(firstSatAt!.toISOString(), { months: 12 }, zone);
    await shiftClock(api.db, '60 days');
    expect((await mine(candidate)).next).toMatchObject({
      code: 'TRIES_USED_UP',
      earliestAt,
      used: 3,
      most: 3,
    });
    expect(await refused(ask(api, candidate))).toEqual({
      status: 409,
      code: 'TRIES_USED_UP',
      value: earliestAt,
    });
    expect(await countEntries(candidate)).toBe(3);
    await shiftClock(api.db, '366 days');
    const { next, countedTries } = await mine(candidate);
    expect(next).toEqual({ kind: 'allowed', number: 4, cause: 'retake' });
    expect(countedTries).toEqual([2, 3]);
    await enter(api, candidate);
  });

  it('is for a higher grade once one is held, and for nothing at the top', async () => {
    const candidate = await aCandidate(api);
    await decidedTry(api, certifier, candidate);
    await shiftClock(api.db, '15 days');
    expect((await mine(candidate)).next).toEqual({ kind: 'allowed', number: 2, cause: 'higher' });
    const session = await sessionNow(api);
    const entry = await enter(api, candidate, [], session);
    const best = { entry, rightAnswers: 40, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };
    await decidedTry(api, certifier, candidate, best, session);
    await shiftClock(api.db, '40 days');
    expect((await mine(candidate)).next).toEqual({ kind: 'refused', code: 'GRADE_AT_TOP', grade: 3 });
    expect(await refused(ask(api, candidate))).toMatchObject({ code: 'GRADE_AT_TOP', value: '3' });
  });

  it('is for a higher grade still once the better one is withdrawn: the one before is held again', async () => {
    const candidate = await aCandidate(api);
    await decidedTry(api, certifier, candidate);
    await shiftClock(api.db, '15 days');
    const session = await sessionNow(api);
    const entry = await enter(api, candidate, [], session);
    const best = { entry, rightAnswers: 40, skillsCents: 9_500, marks: [4, 4, 4, 4, 4] };
    const { decision } = await decidedTry(api, certifier, candidate, best, session);
    await shiftClock(api.db, '40 days');
    const why = { reason: 'The sitting was not by the person it was issued to.' };
    const { body } = await certifier.post(`/api/decisions/${decision.id}/withdraw`, why).expect(201);
    const { client: second } = await logInAs(api, { roles: ['certifier'] });
    await second.post(`/api/decisions/${(body as DecisionView).id}/confirm`, why).expect(201);
    // Whoever lost a grade waits from that notice.
    await shiftClock(api.db, '55 days');
    expect((await mine(candidate)).next).toEqual({ kind: 'allowed', number: 3, cause: 'higher' });
  });

  it('takes a session of its own role and level that is open and was never entered', async () => {
    const candidate = await aCandidate(api);
    const before = await sessionNow(api, 60);
    await decidedTry(api, certifier, candidate, failing, before);
    const over = await sessionNow(api, 1);
    await shiftClock(api.db, '15 days');
    const other = await sessionNow(api);
    await api.db.query(`UPDATE exam_session SET level = 'senior' WHERE id = $1`, [other.id]);
    const shut = await sessionNow(api);
    await api.db.query(
      `UPDATE session_part SET closes_at = clock() - interval '1 minute' WHERE exam_session_id = $1 AND kind = 'lab'`,
      [shut.id],
    );
    const offered = (await mine(candidate)).sessions
      .filter(({ entering }) => entering.kind === 'allowed')
      .map(({ id }) => id);
    expect(offered).toContain(shut.id);
    for (const { id } of [before, over, other]) expect(offered).not.toContain(id);
    expect(await refused(ask(api, candidate, [], before))).toMatchObject({ code: 'SESSION_ENTERED_BEFORE' });
    expect(await refused(ask(api, candidate, [], over))).toMatchObject({
      code: 'SESSION_NOT_OPEN_FOR_ENTRY',
      value: over.closesAt,
    });
    expect(await refused(ask(api, candidate, [], other))).toMatchObject({
      code: 'SESSION_OTHER_CERTIFICATION',
    });
    expect(await refused(ask(api, candidate, [], shut))).toMatchObject({
      code: 'PART_CLOSED',
      value: expect.stringMatching(/Z$/),
    });
    expect(await countEntries(candidate)).toBe(1);
    await enter(api, candidate, ['skills'], shut);
  });
});

describe('a score that is carried over', () => {
  it('counts in the next try, and its parts need not be taken', async () => {
    const candidate = await aCandidate(api);
    await decidedTry(api, certifier, candidate, failing);
    await shiftClock(api.db, '15 days');
    const session = await sessionNow(api);
    expect((await mine(candidate)).carry.map(({ dimension, verdict }) => [dimension, verdict])).toEqual([
      ['knowledge', { kind: 'refused', code: 'CARRY_UNDER_MARK', cents: 4_000, fromCents: 6_500 }],
      ['skills', { kind: 'carriable', until: expect.stringMatching(/Z$/) }],
      ['practice', { kind: 'refused', code: 'CARRY_UNDER_MARK', cents: 6_000, fromCents: 6_500 }],
    ]);
    const entry = await enter(api, candidate, ['skills'], session);
    const { decision } = await decidedTry(api, certifier, candidate, { entry, skillsCents: null }, session);
    expect(decision).toMatchObject({ outcome: 'grant', grade: 2 });
    const { tries } = await mine(candidate);
    expect(tries[1]).toMatchObject({
      scores: { knowledge: 8_500, skills: 7_000, practice: 6_000 },
      carried: [{ dimension: 'skills', scoreCents: 7_000, fromNumber: 1 }],
      compositeTenThousandths: 800_000,
    });
    const { body } = await certifier.get(`/api/entries/${entry.id}/evidence`).expect(200);
    expect(body.evidence).toMatchObject({
      carried: [{ dimension: 'skills', fromNumber: 1 }],
      earlier: [{ number: 1, outcome: 'refuse', certifierName: 'Wen Shu', scores: { knowledge: 4_000 } }],
    });
    // Carried on once more it stays the sitting of the first try.
    await shiftClock(api.db, '40 days');
    expect((await mine(candidate)).carry.find(({ dimension }) => dimension === 'skills')).toMatchObject({
      fromNumber: 1,
      verdict: { kind: 'carriable' },
    });
  });

  it.each([
    [6_500, null],
    [6_499, 'CARRY_UNDER_MARK'],
  ])('at %i hundredths: %s', async (cents, code) => {
    const candidate = await aCandidate(api);
    const { entry } = await decidedTry(api, certifier, candidate, failing);
    await api.db.query(`UPDATE score SET reported_cents = $2 WHERE entry_id = $1 AND place = 'skills'`, [
      entry.id,
      cents,
    ]);
    await shiftClock(api.db, '15 days');
    const answer = await ask(api, candidate, ['skills']);
    expect([answer.status, answer.body.code ?? null]).toEqual([code ? 409 : 201, code]);
    if (code) expect(answer.body.errors).toEqual([{ path: 'carry.skills', message: '6500' }]);
    expect(await countEntries(candidate)).toBe(code ? 1 : 2);
  });

  it('is not older than twelve months from its sitting', async () => {
    const candidate = await aCandidate(api);
    await decidedTry(api, certifier, candidate, failing);
    await shiftClock(api.db, '366 days');
    expect(await refused(ask(api, candidate, ['skills']))).toMatchObject({
      code: 'CARRY_TOO_OLD',
      value: expect.stringMatching(/Z$/),
    });
    expect(await countEntries(candidate)).toBe(1);
  });

  it('stays under one version of the scheme', async () => {
    const candidate = await aCandidate(api);
    const { entry } = await decidedTry(api, certifier, candidate, failing);
    await api.db.query(
      `UPDATE exam_session SET scheme_version = 1 WHERE id = (SELECT exam_session_id FROM entry WHERE id = $1)`,
      [entry.id],
    );
    await shiftClock(api.db, '15 days');
    expect(await refused(ask(api, candidate, ['skills']))).toMatchObject({
      code: 'CARRY_OTHER_SCHEME',
      value: 'ennead 1',
    });
  });

  it('is shown for each session as the door judges it, whichever scheme is in force', async () => {
    const candidate = await aCandidate(api);
    const before = await sessionNow(api);
    const { schemeHash } = await api.db.manager.findOneByOrFail(ExamSession, { id: before.id });
    const other = { ...(await api.bank.scheme(schemeHash)), version: 77 };
    const hash = await putBody(api.db, 'scheme', other);
    const moveToOther = ({ id }: { id: string }) =>
      api.db.manager.update(ExamSession, { id }, { schemeHash: hash, schemeVersion: other.version });
    await moveToOther(before);
    await decidedTry(api, certifier, candidate, failing, before);
    await shiftClock(api.db, '15 days');
    const [usual, same] = [await sessionNow(api), await sessionNow(api)];
    await moveToOther(same);
    const { carry, sessions } = await mine(candidate);
    const skillsIn = (options: readonly CarryOption[]) =>
      options.find(({ dimension }) => dimension === 'skills')!.verdict;
    const optionsOf = ({ id }: { id: string }) => sessions.find((session) => session.id === id)!.carry;
    expect(skillsIn(carry)).toMatchObject({ kind: 'refused', code: 'CARRY_OTHER_SCHEME' });
    expect(skillsIn(optionsOf(usual))).toEqual(skillsIn(carry));
    expect(skillsIn(optionsOf(same))).toMatchObject({ kind: 'carriable' });
    expect(await refused(ask(api, candidate, ['skills'], usual))).toMatchObject({
      code: 'CARRY_OTHER_SCHEME',
    });
    await enter(api, candidate, ['skills'], same);
  });

  it('is never everything, nor something that has no score', async () => {
    const candidate = await aCandidate(api);
    const high = { rightAnswers: 30, skillsCents: 9_000, marks: [4, 4, 4, 4, 4] };
    await decidedTry(api, certifier, candidate, high);
    await shiftClock(api.db, '15 days');
    const all = ['knowledge', 'skills', 'practice'];
    expect(await refused(ask(api, candidate, all))).toMatchObject({ code: 'CARRY_ALL' });
    const other = await aCandidate(api);
    await shiftClock(api.db, '0');
    const session = await sessionNow(api, 1);
    const { entry } = await aScoredCase(api, session, { candidate: other.person, ...failing, marks: null });
    await shiftClock(api.db, '2 days');
    const decide = { outcome: 'refuse', reason: 'Knowledge is under the floor.' };
    const experience = { met: false, years: 0, note: '' };
    await certifier.post(`/api/entries/${entry.id}/decision`, { ...decide, experience }).expect(201);
    await shiftClock(api.db, '20 days');
    expect(await refused(ask(api, other, ['practice']))).toMatchObject({ code: 'CARRY_NO_SCORE' });
  });

  it('is given up by beginning a part of its dimension', async () => {
    const candidate = await aCandidate(api);
    await decidedTry(api, certifier, candidate, { rightAnswers: 32, skillsCents: 4_000 });
    await shiftClock(api.db, '15 days');
    const session = await sessionNow(api);
    const entry = await enter(api, candidate, ['knowledge'], session);
    expect((await mine(candidate)).tries[1]!.scores.knowledge).toBe(8_000);
    await candidate.client.post(partPath(entry, session, 'form')).expect(200);
    const [, retake] = (await mine(candidate)).tries;
    expect([retake!.scores.knowledge, retake!.carried]).toEqual([null, []]);
    const home = await candidate.client.get('/api/entries/mine').expect(200);
    expect(home.body[0]).toMatchObject({ number: 2, carried: [] });
    const trail = await administrator.get(`/api/entries/${entry.id}/trail`).expect(200);
    const actions = (trail.body.events as { action: string }[]).map(({ action }) => action);
    expect(actions).toEqual([
      'enrolment.made',
      'entry.made',
      'score-run.recorded',
      'score.carried',
      'attempt.started',
      'score.given-up',
    ]);
  });
});

describe('acts on an entry', () => {
  const reason = 'A certificate of illness of that day was seen.';

  it('an excused absence uses no try, and stays on record with its reason', async () => {
    const candidate = await aCandidate(api);
    const { entry } = await decidedTry(api, certifier, candidate, failing);
    await shiftClock(api.db, '15 days');
    const session = await sessionNow(api, 1);
    const absence = await enter(api, candidate, [], session);
    await shiftClock(api.db, '17 days');
    const { body } = await administrator.get(`/api/sessions/${session.id}/entries`).expect(200);
    expect(body.entries).toMatchObject([
      { id: absence.id, state: 'missed', canExcuse: true, canReplace: true },
    ]);
    await administrator.post(`/api/entries/${absence.id}/excuse`, { reason: 'ill' }).expect(400);
    await administrator.post(`/api/entries/${absence.id}/excuse`, { reason }).expect(204);
    const { tries, next, countedTries } = await mine(candidate);
    expect(countedTries).toEqual([1]);
    expect(tries[1]).toMatchObject({ state: 'excused', stateReason: reason });
    expect(next).toEqual({ kind: 'allowed', number: 3, cause: 'retake' });
    const again = await administrator.post(`/api/entries/${absence.id}/excuse`, { reason }).expect(409);
    expect(again.body.code).toBe('ENTRY_ENDED');
    await administrator.post(`/api/entries/${entry.id}/excuse`, { reason }).expect(409);
    const decided = await certifier
      .post(`/api/entries/${absence.id}/decision`, {
        outcome: 'refuse',
        reason,
        experience: { met: false, years: 0, note: '' },
      })
      .expect(409);
    expect(decided.body.code).toBe('ENTRY_ENDED');
  });

  it('a refusal of what was begun stays', async () => {
    const candidate = await aCandidate(api);
    const { entry } = await decidedTry(api, certifier, candidate, failing);
    const answer = await administrator.post(`/api/entries/${entry.id}/excuse`, { reason }).expect(409);
    expect(answer.body.code).toBe('ENTRY_BEGUN');
    expect((await mine(candidate)).tries).toMatchObject([{ state: 'decided', outcome: 'refuse' }]);
  });

  it('nothing that was begun is an absence', async () => {
    const candidate = await aCandidate(api);
    const { entry } = await aScoredCase(api, await sessionNow(api), {
      candidate: candidate.person,
      marks: null,
    });
    const answer = await administrator.post(`/api/entries/${entry.id}/excuse`, { reason }).expect(409);
    expect(answer.body.code).toBe('ENTRY_BEGUN');
    expect((await mine(candidate)).tries[0]!.state).toBe('entered');
  });

  it('a free sitting takes the place of an entry, at once and without using a try', async () => {
    const candidate = await aCandidate(api);
    const { entry } = await decidedTry(api, certifier, candidate, failing);
    const session = await sessionNow(api);
    const give = (id: string, examSessionId = session.id) =>
      administrator.post(`/api/entries/${id}/free-sitting`, {
        examSessionId,
        reason: 'The lab host failed for an hour.',
      });
    const own = await api.db.manager.findOneByOrFail(Entry, { id: entry.id });
    expect((await give(entry.id, own.examSessionId).expect(409)).body.code).toBe('SESSION_ENTERED_BEFORE');
    expect((await give(entry.id).expect(201)).body).toMatchObject({ number: 2, cause: 'free-sitting' });
    const { tries } = await mine(candidate);
    expect(tries.map(({ state, cause }) => [state, cause])).toEqual([
      ['replaced', 'first'],
      ['entered', 'free-sitting'],
    ]);
    const another = await sessionNow(api);
    expect((await give(entry.id, another.id).expect(409)).body.code).toBe('ENTRY_ENDED');
    await candidate.client.post(`/api/entries/${entry.id}/excuse`, { reason }).expect(403);
  });

  describe('a free sitting in the place of an entry that carried a score over', () => {
    const carrying = async () => {
      const candidate = await aCandidate(api);
      await decidedTry(api, certifier, candidate, failing);
      await shiftClock(api.db, '15 days');
      const session = await sessionNow(api);
      return { candidate, session, entry: await enter(api, candidate, ['skills'], session) };
    };
    const give = async (entry: Entry, examSessionId: string) => {
      const input = { examSessionId, reason: 'The exam hall lost its network.' };
      await administrator.post(`/api/entries/${entry.id}/free-sitting`, input).expect(201);
    };
    const skills = { dimension: 'skills', scoreCents: 7_000, fromNumber: 1 };

    it('carries it over again, so that its parts need not be open', async () => {
      const { candidate, entry } = await carrying();
      const { id } = await sessionNow(api);
      await api.db.query(
        `UPDATE session_part SET closes_at = clock() - interval '1 minute' WHERE exam_session_id = $1 AND kind = 'lab'`,
        [id],
      );
      await give(entry, id);
      const [, replaced, free] = (await mine(candidate)).tries;
      expect(replaced).toMatchObject({ state: 'replaced', carried: [skills] });
      expect(free).toMatchObject({
        cause: 'free-sitting',
        carried: [skills],
        scores: { knowledge: null, skills: 7_000, practice: null },
      });
    });

    it('gives it back where it was given up by beginning, and again in the next one', async () => {
      const { candidate, entry, session } = await carrying();
      await gradedLab(api, session, entry, 3_000);
      await api.db.transaction((manager) =>
        giveUpCarried(manager, { entryId: entry.id, dimension: 'skills', actorId: null, because: 'begun' }),
      );
      await give(entry, (await sessionNow(api)).id);
      const free = (await mine(candidate)).tries[2]!;
      expect(free.carried).toMatchObject([skills]);
      const second = await api.db.manager.findOneByOrFail(Entry, { id: free.entryId });
      await give(second, (await sessionNow(api)).id);
      expect((await mine(candidate)).tries[3]!.carried).toMatchObject([skills]);
      const trail = await administrator.get(`/api/entries/${second.id}/trail`).expect(200);
      expect((trail.body.events as { action: string }[]).map(({ action }) => action)).toContain(
        'score.carried',
      );
    });

    it('does not bring back what was given up by choice, also where it was sat since', async () => {
      const { candidate, entry, session } = await carrying();
      await candidate.client.put(`/api/entries/${entry.id}/carried`, { carry: [] }).expect(204);
      await gradedLab(api, session, entry, 3_000);
      const shut = await sessionNow(api);
      await api.db.query(
        `UPDATE session_part SET closes_at = clock() - interval '1 minute' WHERE exam_session_id = $1 AND kind = 'lab'`,
        [shut.id],
      );
      const input = { examSessionId: shut.id, reason: 'The exam hall lost its network.' };
      const refusal = await administrator.post(`/api/entries/${entry.id}/free-sitting`, input).expect(409);
      expect(refusal.body.code).toBe('PART_CLOSED');
      await give(entry, (await sessionNow(api)).id);
      expect((await mine(candidate)).tries[2]!.carried).toEqual([]);
    });

    it('leaves out what may be carried no longer, and lets it be sat', async () => {
      const { candidate, entry } = await carrying();
      await shiftClock(api.db, '366 days');
      const session = await sessionNow(api);
      await give(entry, session.id);
      const free = (await mine(candidate)).tries[2]!;
      expect([free.carried, free.scores.skills]).toEqual([[], null]);
      await clearEntries(api.db, free.entryId);
      await candidate.client.post(partPath({ id: free.entryId }, session, 'form')).expect(200);
    });
  });

  it('a certificate keeps the entry that it rests on', async () => {
    const candidate = await aCandidate(api);
    const { entry } = await decidedTry(api, certifier, candidate);
    const examSessionId = (await sessionNow(api)).id;
    const answer = await administrator
      .post(`/api/entries/${entry.id}/free-sitting`, { examSessionId, reason })
      .expect(409);
    expect(answer.body.code).toBe('ENTRY_GRANTED');
  });

  it('and the earlier one that a score of it was carried over from', async () => {
    const candidate = await aCandidate(api);
    const place = await sessionNow(api, 60);
    const { entry: source } = await decidedTry(api, certifier, candidate, failing, place);
    await shiftClock(api.db, '15 days');
    const session = await sessionNow(api);
    const entry = await enter(api, candidate, ['skills'], session);
    await decidedTry(api, certifier, candidate, { entry, skillsCents: null }, session);
    const examSessionId = (await sessionNow(api)).id;
    const answer = await administrator
      .post(`/api/entries/${source.id}/free-sitting`, { examSessionId, reason })
      .expect(409);
    expect(answer.body.code).toBe('ENTRY_GRANTED');
    const { body } = await administrator.get(`/api/sessions/${place.id}/entries`).expect(200);
    expect(body.entries).toMatchObject([{ id: source.id, state: 'decided', canReplace: false }]);
  });

  it('a try that was decided keeps the earlier one that a score of it was carried over from', async () => {
    const candidate = await aCandidate(api);
    const place = await sessionNow(api, 60);
    const { entry: source } = await decidedTry(api, certifier, candidate, failing, place);
    await shiftClock(api.db, '15 days');
    const session = await sessionNow(api);
    const entry = await enter(api, candidate, ['skills'], session);
    await decidedTry(api, certifier, candidate, { ...failing, entry, skillsCents: null }, session);
    const examSessionId = (await sessionNow(api)).id;
    const replace = ({ id }: { id: string }) =>
      administrator.post(`/api/entries/${id}/free-sitting`, { examSessionId, reason });
    expect((await replace(source).expect(409)).body.code).toBe('ENTRY_CARRIED_ON');
    const { body } = await administrator.get(`/api/sessions/${place.id}/entries`).expect(200);
    expect(body.entries).toMatchObject([{ id: source.id, state: 'decided', canReplace: false }]);
    await replace(entry).expect(201);
  });
});

describe('a roster', () => {
  it('enters people again only by the same rules, and says why not', async () => {
    const institution = await anInstitution(api.db);
    const { client: manager } = await logInAs(api, { roles: ['manager'], institutionId: institution.id });
    const candidate = await logInAs(api, { institutionId: institution.id });
    const { decision } = await decidedTry(api, certifier, candidate, failing);
    const cohortOf = async () => {
      const examSessionId = (await sessionNow(api)).id;
      const { body } = await manager
        .post('/api/cohorts', { name: `Cohort ${examSessionId}`, examSessionId })
        .expect(201);
      return body.id as string;
    };
    const csv = `email,name\n${candidate.person.email},${candidate.person.name}\n`;
    const early = await cohortOf();
    const preview = await manager.post(`/api/cohorts/${early}/roster/preview`, { csv }).expect(200);
    expect(preview.body).toMatchObject({
      importable: false,
      rows: [
        {
          outcome: 'fault',
          faults: ['TRY_TOO_EARLY'],
          earliestAt: addInZone(decision.decidedAt, { days: 14 }, zone),
        },
      ],
    });
    await manager.post(`/api/cohorts/${early}/roster`, { csv }).expect(422);
    await shiftClock(api.db, '15 days');
    await manager.post(`/api/cohorts/${await cohortOf()}/roster`, { csv }).expect(200);
    const seat = (await mine(candidate)).tries[1]!;
    expect(seat).toMatchObject({ cause: 'retake', state: 'invited' });
    await candidate.client.post(`/api/entries/${seat.entryId}/accept`).expect(200);
    const open = await manager.post(`/api/cohorts/${await cohortOf()}/roster/preview`, { csv }).expect(200);
    expect(open.body.rows[0].faults).toEqual(['TRY_OPEN']);
  });
});
