import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { RescoringService } from '../src/modules/scores/rescoring/rescoring.service.ts';
import { aScoredCase, satExam } from './certification-harness.ts';
import { twoCertifiers, type TwoCertifiers } from './grades-harness.ts';
import { aPerson } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { untilBlocked } from './harness/until-blocked.ts';
import { questionOf } from './rescoring-harness.ts';
import { aCandidate, enter, sessionNow, type Candidate } from './tries-harness.ts';

let api: TestApi;
let people: TwoCertifiers;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  people = await twoCertifiers(api);
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

type Carrier = { readonly candidate: Candidate; readonly id: string };

/** Somebody with a grade of this session who may carry over what was sat there. */
const graded = async (session: ExamSessionView): Promise<Candidate> => {
  const candidate = await aCandidate(api);
  const options = { rightAnswers: 32, skillsCents: 8_000, marks: [3, 3, 3, 3, 3] };
  const { entry } = await aScoredCase(api, session, { candidate: candidate.person, ...options });
  await people.decide(entry);
  return candidate;
};

const knowledgeOf = ({ id }: Carrier): Promise<object[]> =>
  api.db.query(
    `SELECT score.reported_cents AS cents, score.carried_from_id IS NOT NULL AS carried
     FROM entry_score pointer JOIN score ON score.id = pointer.score_id
     WHERE pointer.entry_id = $1 AND pointer.place = 'knowledge'`,
    [id],
  );

/**
 * Applies a run that drops a question while two carry over what it changes; holds it at the first of them, and lets the other
 * one act meanwhile.
 */
const applyWhile = async (
  when: 'before' | 'after',
  act: (other: Carrier, session: ExamSessionView) => Promise<void>,
): Promise<{ first: Carrier; other: Carrier; state: string }> => {
  const session = await sessionNow(api);
  const candidates = [await graded(session), await graded(session)];
  await shiftClock(api.db, '15 days');
  const next = await sessionNow(api);
  const rescoring = api.app.get(RescoringService);
  const [asker, approver] = [await aPerson(api.db), await aPerson(api.db)];
  const change = {
    kind: 'drop' as const,
    ...(await questionOf(api, session, 1)),
    conversionStands: 'The cuts are no others for 39.',
  };
  const plan = () =>
    rescoring.plan({ change, cause: 'rescore', reason: 'It has no right answer.', askedBy: asker.id });
  const planned = when === 'before' ? await plan() : null;
  const carriers: Carrier[] = [];
  for (const candidate of candidates)
    carriers.push({ candidate, id: (await enter(api, candidate, ['knowledge'], next)).id });
  const [first, other] = carriers.sort((one, two) => (one.id < two.id ? -1 : 1)) as [Carrier, Carrier];
  const { run } = planned ?? (await plan());
  const applying = await api.db.transaction(async (manager) => {
    await manager.query('SELECT FROM entry WHERE id = $1 FOR UPDATE', [first.id]);
    const applied = rescoring.apply(run.id, { id: approver.id, reason: 'So it is.' });
    await untilBlocked(api.db);
    await act(other, next);
    return { applied };
  });
  return { first, other, state: (await applying.applied).run.state };
};

const giveUp = ({ candidate, id }: Carrier) =>
  candidate.client.put(`/api/entries/${id}/carried`, { carry: [] }).expect(204);

it('what was given up while a run was on its way stays given up, and the run comes to its end', async () => {
  const { first, other, state } = await applyWhile('after', async (one) => void (await giveUp(one)));
  expect(state).toBe('applied');
  expect(await knowledgeOf(first)).toEqual([{ cents: 7_949, carried: true }]);
  expect(await knowledgeOf(other)).toEqual([]);
});

it('what was sat anew meanwhile counts, and not what was carried over before', async () => {
  const { first, other, state } = await applyWhile('before', async (one, session) => {
    await giveUp(one);
    await satExam(api, session, one, 24);
  });
  expect(state).toBe('applied');
  expect(await knowledgeOf(first)).toEqual([{ cents: 7_949, carried: true }]);
  expect(await knowledgeOf(other)).toEqual([{ cents: 6_000, carried: false }]);
});
