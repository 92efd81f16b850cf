import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { ExamSessionView, Refusal } from '@ennead/contracts';
import { Rescoring } from '@ennead/scoring';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
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

type Carrier = { readonly candidate: Candidate; readonly id: string; readonly sourceId: string };

/** Somebody with a grade of this session who may carry over what was sat there. */
const graded = async (session: ExamSessionView): Promise<{ candidate: Candidate; sourceId: string }> => {
  const candidate = await aCandidate(api);
  const options = { rightAnswers: 32, skillsCents: 8_000, marks: [3, 3, 3, 3, 3] };
  const { entry } = await aScoredCase(api, session, { candidate: candidate.person, ...options });
  await people.decide(entry);
  return { candidate, sourceId: entry.id };
};

const knowledgeOf = ({ id }: Carrier): Promise<object[]> =>
  api.db.query(
    `SELECT score.reported_cents AS cents, score.carried_from_id IS NOT NULL AS carried
     FROM entry_score pointer JOIN score ON score.id = pointer.score_id
     WHERE pointer.entry_id = $1 AND pointer.place = 'knowledge'`,
    [id],
  );

/**
 * Applies a run that drops a question while two carry over what it changes; holds it at the first of those who do, or where the
 * first of them was sat, and lets the other one act meanwhile.
 */
const applyWhile = async (
  { planned: when, heldAt }: { readonly planned: 'before' | 'after'; readonly heldAt: 'carrier' | 'source' },
  act: (other: Carrier, session: ExamSessionView) => Promise<void>,
): Promise<{ first: Carrier; other: Carrier; state: string; again: () => Promise<string> }> => {
  const rowOf = ({ id, sourceId }: Carrier) => (heldAt === 'carrier' ? id : sourceId);
  const session = await sessionNow(api);
  const candidates = [await graded(session), await graded(session)];
  await shiftClock(api.db, '15 days');
  const next = await sessionNow(api);
  const rescoring = api.app.get(Rescoring);
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
  for (const one of candidates)
    carriers.push({ ...one, id: (await enter(api, one.candidate, ['knowledge'], next)).id });
  const [first, other] = carriers.sort((one, two) => (rowOf(one) < rowOf(two) ? -1 : 1)) as [
    Carrier,
    Carrier,
  ];
  const { run } = planned ?? (await plan());
  const applying = await api.db.transaction(async (manager) => {
    await manager.query('SELECT FROM entry WHERE id = $1 FOR UPDATE', [rowOf(first)]);
    const applied = rescoring.apply(run.id, { id: approver.id, reason: 'So it is.' });
    await untilBlocked(api.db);
    await act(other, next);
    return { applied };
  });
  const outcome = await applying.applied.then(
    (view) => view.run.state,
    (refusal: Refusal) => refusal.code,
  );
  const again = async () => {
    const { run: next } = await plan();
    return (await rescoring.apply(next.id, { id: approver.id, reason: 'So it is.' })).run.state;
  };
  return { first, other, state: outcome, again };
};

const giveUp = ({ candidate, id }: Carrier) =>
  candidate.client.put(`/api/entries/${id}/carried`, { carry: [] }).expect(204);

const afterwards = { planned: 'after', heldAt: 'carrier' } as const;

it('what was given up while a run was on its way stays given up, and the run comes to its end', async () => {
  const { first, other, state } = await applyWhile(afterwards, async (one) => void (await giveUp(one)));
  expect(state).toBe('applied');
  expect(await knowledgeOf(first)).toEqual([{ cents: 7_949, carried: true }]);
  expect(await knowledgeOf(other)).toEqual([]);
});

it('what was sat anew meanwhile counts, and not what was carried over before', async () => {
  const { first, other, state } = await applyWhile(
    { planned: 'before', heldAt: 'carrier' },
    async (one, session) => {
      await giveUp(one);
      await satExam(api, session, one, 24);
    },
  );
  expect(state).toBe('applied');
  expect(await knowledgeOf(first)).toEqual([{ cents: 7_949, carried: true }]);
  expect(await knowledgeOf(other)).toEqual([{ cents: 6_000, carried: false }]);
});

const chooseAnew = async (one: Carrier): Promise<void> => {
  await giveUp(one);
  await one.candidate.client.put(`/api/entries/${one.id}/carried`, { carry: ['knowledge'] }).expect(204);
};

it('what was given up and chosen anew as it is now needs nothing', async () => {
  const { other, state } = await applyWhile(afterwards, chooseAnew);
  expect(state).toBe('applied');
  expect(await knowledgeOf(other)).toEqual([{ cents: 7_949, carried: true }]);
});

it('what was given up and chosen anew as it was is found by planning the same once more', async () => {
  const { other, state, again } = await applyWhile({ planned: 'after', heldAt: 'source' }, chooseAnew);
  expect(state).toBe('SCORE_RUN_INCOMPLETE');
  expect(await knowledgeOf(other)).toEqual([{ cents: 8_000, carried: true }]);
  expect(await again()).toBe('applied');
  expect(await knowledgeOf(other)).toEqual([{ cents: 7_949, carried: true }]);
  await expect(again()).rejects.toMatchObject({ code: 'SCORE_CHANGE_EMPTY' });
});
