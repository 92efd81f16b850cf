import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AboveScoresPage, DecisionView, EvidenceView, QueueCounts } from '@ennead/contracts';
import type { Person } from '@ennead/persistence';
import { enrol, openSession } from './attempts-harness.ts';
import { aScoredCase, grant, type CaseOptions, type ScoredCase } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { drop, questionOf, rescore } from './rescoring-harness.ts';

const name = 'Zebulon Quillfeather';
const reason = 'The question has no right answer.';
let api: TestApi;
let first: Client;
let second: Client;
let fallen: ScoredCase;
let sunk: ScoredCase;
let holding: ScoredCase;
let raised: ScoredCase;

beforeAll(async () => {
  api = await startApi();
  ({ client: first } = await logInAs(api, { roles: ['certifier'] }));
  ({ client: second } = await logInAs(api, { roles: ['certifier'] }));
  const answered = await anExam();
  const full = { marks: [4, 4, 4, 4, 4] };
  // Exactly on the cut of the second grade.
  fallen = await answered.decided({ ...full, name, rightAnswers: 30 });
  holding = await answered.decided({ rightAnswers: 34 });
  await answered.undecided();
  const unanswered = await anExam();
  // A quarter of a point under the cut of the second grade.
  raised = await unanswered.decided({ rightAnswers: 31 });
  await drop(api, answered.session);
  await rescore(api, { kind: 'credit', ...(await questionOf(api, unanswered.session, 40)) });
  const lowest = await anExam();
  // Exactly on the floor of knowledge.
  sunk = await lowest.decided({ ...full, rightAnswers: 20, skillsCents: 10_000 });
  await drop(api, lowest.session);
});
afterAll(() => api?.close());

/** A session of its own. */
const anExam = async () => {
  const session = await openSession(api);
  const decided = async (options: CaseOptions): Promise<ScoredCase> => {
    const found = await aScoredCase(api, session, options);
    await answer((await first.post(`/api/entries/${found.entry.id}/decision`, grant).expect(201)).body);
    return found;
  };
  return {
    session,
    decided,
    undecided: () => aScoredCase(api, session),
  };
};

/** Near a line it takes a second person. */
const answer = async ({ id, state }: DecisionView): Promise<void> => {
  if (state === 'proposed') await second.post(`/api/decisions/${id}/confirm`, { reason }).expect(201);
};

const listed = async (client: Client, query = ''): Promise<AboveScoresPage> =>
  (await client.get(`/api/decisions/above-scores${query}`).expect(200)).body as AboveScoresPage;
const evidenceOf = async ({ entry }: ScoredCase): Promise<EvidenceView> =>
  (await first.get(`/api/entries/${entry.id}/evidence`).expect(200)).body as EvidenceView;
const countOf = async (client: Client): Promise<number> =>
  ((await client.get('/api/decisions/queue').expect(200)).body as QueueCounts).aboveScores;
const as = async ({ email }: Person): Promise<Client> => {
  const client = new Client(api.url);
  await client.logIn(email, PASSWORD);
  return client;
};

it('a grade that the scores no longer reach is found, the one that changed longest ago first', async () => {
  const page = await listed(first);
  expect(page).toMatchObject({
    total: 2,
    rows: [
      { entryId: fallen.entry.id, candidateName: name, grade: 2, now: { grade: 1 }, isProposed: false },
      { entryId: sunk.entry.id, grade: 1, now: { grade: null } },
    ],
  });
  expect(page.rows[0]!.now!.compositeTenThousandths).toBeLessThan(750_000);
  expect(await countOf(first)).toBe(2);
  expect((await listed(first, '?sort=grade')).rows.map(({ grade }) => grade)).toEqual([1, 2]);
  expect(await listed(first, '?size=1&page=2')).toMatchObject({ total: 2, rows: [{ grade: 1 }] });
});

it('one that they still reach, and one that they now exceed, are not', async () => {
  expect(await evidenceOf(holding)).toMatchObject({ evidence: { isRescored: true, isAboveScores: false } });
  expect(await evidenceOf(raised)).toMatchObject({
    isOpen: true,
    evidence: { isRescored: true, isAboveScores: false },
  });
  expect(await evidenceOf(fallen)).toMatchObject({ evidence: { isAboveScores: true } });
});

it('whoever marked the portfolio sees that there is one, and neither whose it is nor what it comes to', async () => {
  const marker = await as(fallen.assessors[0]);
  const { rows } = await listed(marker);
  expect(rows.find(({ entryId }) => entryId === fallen.entry.id)).toMatchObject({
    candidateName: null,
    number: 1,
    now: null,
  });
  expect(await listed(marker, '?q=Zebulon')).toMatchObject({ total: 0, rows: [] });
  expect(await listed(first, '?q=Zebulon')).toMatchObject({ total: 1 });
  for (const sort of ['candidate', '-candidate'])
    expect((await listed(marker, `?sort=${sort}`)).rows.at(-1)!.entryId).toBe(fallen.entry.id);
});

it('it stays there while a withdrawal waits, and is gone once the grade is', async () => {
  const { decision } = await evidenceOf(fallen);
  const asked = await first.post(`/api/decisions/${decision!.id}/withdraw`, { reason }).expect(201);
  expect((await listed(second, '?q=Zebulon')).rows).toMatchObject([{ isProposed: true }]);
  await answer(asked.body as DecisionView);
  expect((await listed(second)).rows.map(({ entryId }) => entryId)).toEqual([sunk.entry.id]);
  expect(await countOf(second)).toBe(1);
});

it('one that gave way to a better certificate is on record only', async () => {
  const [exam, later] = [await anExam(), await anExam()];
  const full = { marks: [4, 4, 4, 4, 4] };
  const lower = await exam.decided({ ...full, rightAnswers: 30 });
  const { candidate } = lower;
  const entry = await enrol(api.db, candidate, later.session, 'higher');
  await later.decided({ ...full, candidate, entry, rightAnswers: 40, skillsCents: 10_000 });
  await drop(api, exam.session);
  expect((await listed(first)).rows.map(({ entryId }) => entryId)).toEqual([sunk.entry.id]);
  expect(await evidenceOf(lower)).toMatchObject({ evidence: { isRescored: true, isAboveScores: false } });
});
