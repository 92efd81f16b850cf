import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { DecisionView, EvidenceView, OwnEntry } from '@ennead/contracts';
import { AuditEvent } from '@ennead/persistence';
import { makeClockShiftable, shiftClock } from '@ennead/testing';
import { grant, satExam } from './certification-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { aCandidate, ask, decidedTry, enter, mine, sessionNow } from './tries-harness.ts';

let api: TestApi;
let first: Client;
let second: Client;
beforeAll(async () => {
  api = await startApi();
  await makeClockShiftable(api.db);
  ({ client: first } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'] }));
});
afterEach(() => shiftClock(api.db, '0'));
afterAll(() => api?.close());

const reason = 'The laboratory part was done by somebody else.';

const askToWithdraw = async ({ id }: DecisionView): Promise<DecisionView> =>
  (await first.post(`/api/decisions/${id}/withdraw`, { reason }).expect(201)).body as DecisionView;
const confirm = ({ id }: DecisionView, client = second) =>
  client.post(`/api/decisions/${id}/confirm`, { reason: 'The recording shows it.' });
const evidenceOf = async (entryId: string) =>
  ((await first.get(`/api/entries/${entryId}/evidence`).expect(200)).body as EvidenceView).evidence!;

/** 80, 80 and 75 compose to 79.75: the second grade, far from every line. */
const good = { rightAnswers: 32, skillsCents: 8_000, marks: [3, 3, 3, 3, 3] };

/** A grade, and a wait after it. */
const granted = async () => {
  const candidate = await aCandidate(api);
  const { entry, decision } = await decidedTry(api, first, candidate, good);
  expect(decision.state).toBe('effective');
  await shiftClock(api.db, '15 days');
  return { candidate, entry, decision };
};

it('gives up what a waiting try carries over, which has to be sat again', async () => {
  const { candidate, decision } = await granted();
  const session = await sessionNow(api);
  const next = await enter(api, candidate, ['skills', 'practice'], session);
  expect((await mine(candidate)).tries[1]!.carried).toHaveLength(2);
  const withdrawal = await askToWithdraw(decision);
  await confirm(withdrawal).expect(201);
  expect((await mine(candidate)).tries[1]).toMatchObject({
    carried: [],
    scores: { skills: null, practice: null },
  });
  expect(await evidenceOf(next.id)).toMatchObject({
    carried: [],
    faults: [],
    obstacles: { grant: 'DECISION_INCOMPLETE', refuse: 'DECISION_INCOMPLETE' },
  });
  const lines = await api.db.manager.find(AuditEvent, {
    where: { entryId: next.id, action: 'score.given-up' },
  });
  expect(lines.map(({ detail }) => (detail as { withdrawalId?: string }).withdrawalId)).toEqual([
    withdrawal.id,
    withdrawal.id,
  ]);
  const { parts } = ((await candidate.client.get('/api/entries/mine').expect(200)).body as OwnEntry[]).find(
    ({ id }) => id === next.id,
  )!;
  expect(parts.map(({ state }) => state)).toEqual(['not-started', 'not-started', 'not-started']);
});

it('takes from a proposal what it was made on', async () => {
  const { candidate, decision } = await granted();
  const session = await sessionNow(api);
  const next = await enter(api, candidate, ['skills', 'practice'], session);
  // 76.25 lies near the line of the second grade.
  await satExam(api, session, next, 30);
  const proposed = (await first.post(`/api/entries/${next.id}/decision`, grant).expect(201))
    .body as DecisionView;
  expect(proposed.state).toBe('proposed');
  await confirm(await askToWithdraw(decision)).expect(201);
  expect((await confirm(proposed).expect(409)).body.code).toBe('DECISION_CHANGED');
});

it('is in time or makes the choice too late, when both come at once', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { candidate, decision } = await granted();
    const session = await sessionNow(api);
    const proposal = await askToWithdraw(decision);
    const [, asked] = await Promise.all([
      confirm(proposal).expect(201),
      ask(api, candidate, ['skills'], session),
    ]);
    if (asked.status === 201) expect((await mine(candidate)).tries[1]!.carried).toEqual([]);
    else expect(asked.status).toBe(409);
    await shiftClock(api.db, '0');
  }
});

it('leaves a later grant to people, and names it to whoever takes the grade back', async () => {
  const { candidate, entry, decision } = await granted();
  const session = await sessionNow(api);
  const next = await enter(api, candidate, ['skills', 'practice'], session);
  await satExam(api, session, next, 40);
  const higher = (await first.post(`/api/entries/${next.id}/decision`, grant).expect(201))
    .body as DecisionView;
  expect(higher.state).toBe('effective');
  expect((await evidenceOf(entry.id)).grantedUpon).toEqual([2]);
  expect((await evidenceOf(next.id)).grantedUpon).toEqual([]);
  await confirm(await askToWithdraw(decision)).expect(201);
  expect((await mine(candidate)).tries[1]).toMatchObject({
    outcome: 'grant',
    credential: { status: 'valid' },
  });
});
