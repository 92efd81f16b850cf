import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { AboveScoresPage, DecisionView, EvidenceView, QueueCounts } from '@ennead/contracts';
import type { ScoreChange } from '@ennead/contracts/internal';
import { Form, FormItem, type Person } from '@ennead/persistence';
import { RescoringService } from '../src/modules/scores/rescoring/rescoring.service.ts';
import { openSession } from './attempts-harness.ts';
import { aScoredCase, grant, type CaseOptions, type ScoredCase } from './certification-harness.ts';
import { Client } from './harness/client.ts';
import { aPerson, logInAs, PASSWORD } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

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
  const answered = await anExam(1);
  const full = { marks: [4, 4, 4, 4, 4] };
  // Exactly on the cut of the second grade.
  fallen = await answered.decided({ ...full, name, rightAnswers: 30 });
  holding = await answered.decided({ rightAnswers: 34 });
  await answered.undecided();
  const unanswered = await anExam(40);
  // A quarter of a point under the cut of the second grade.
  raised = await unanswered.decided({ rightAnswers: 31 });
  await rescore({ kind: 'drop', ...answered.about, conversionStands: 'The cuts are no others for 39.' });
  await rescore({ kind: 'credit', ...unanswered.about });
  const lowest = await anExam(1);
  // Exactly on the floor of knowledge.
  sunk = await lowest.decided({ ...full, rightAnswers: 20, skillsCents: 10_000 });
  await rescore({ kind: 'drop', ...lowest.about, conversionStands: 'The cuts are no others for 39.' });
});
afterAll(() => api?.close());

/** A session of its own, and the question at a place of its form. */
const anExam = async (position: number) => {
  const session = await openSession(api);
  const part = session.parts.find(({ kind }) => kind === 'form')!;
  const form = await api.db.manager.findOneByOrFail(Form, { sessionPartId: part.id });
  const at = { formId: form.id, position };
  const { questionHash } = await api.db.manager.findOneByOrFail(FormItem, at);
  const decided = async (options: CaseOptions): Promise<ScoredCase> => {
    const found = await aScoredCase(api, session, options);
    await answer((await first.post(`/api/entries/${found.entry.id}/decision`, grant).expect(201)).body);
    return found;
  };
  return {
    about: { questionHash, scope: session.id },
    decided,
    undecided: () => aScoredCase(api, session),
  };
};

/** Near a line it takes a second person. */
const answer = async ({ id, state }: DecisionView): Promise<void> => {
  if (state === 'proposed') await second.post(`/api/decisions/${id}/confirm`, { reason }).expect(201);
};

const rescore = async (change: ScoreChange): Promise<void> => {
  const rescoring = api.app.get(RescoringService);
  const [asker, approver] = [await aPerson(api.db), await aPerson(api.db)];
  const { run } = await rescoring.plan({ change, cause: 'rescore', reason, askedBy: asker.id });
  await rescoring.apply(run.id, { id: approver.id, reason });
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
