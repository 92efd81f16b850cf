import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AttemptView,
  DecisionView,
  EntryResultView,
  EvidenceView,
  ExamSessionView,
  OwnEntry,
  PublicItem,
  SessionChoicesView,
  UndecidedPage,
} from '@ennead/contracts';
import type { Topic } from '@ennead/contracts/internal';
import { aBlueprint, aContentTree, aLab, anItem } from '@ennead/testing/builders';
import { writeContentFolder } from '@ennead/testing/content-folder';
import { aWindow, enrol, openSession, partPath } from './attempts-harness.ts';
import { grant, judgeLab, rightAnswer } from './certification-harness.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';
import { submitPortfolio, viewOf, type Author } from './portfolios-harness.ts';
import { allAt, anAssessor, firstOf, mark } from './reviews-harness.ts';

const competency = (index: number) => `application-engineer.knowledge.topic-${index}`;
const topic = 'question-bank/items/application-engineer/junior/retrieval.yaml';
const oldLab = 'labs/application-engineer/mend-it';
const newLab = 'labs/application-engineer/tune-it';

/** Two blueprints of 4 and 2 items, and two labs whose first task is worth 70 and 90 points. */
const twoOfEach = () => {
  const tree = aContentTree();
  const items = [1, 1, 1, 1, 2, 2].map((of, at) => anItem({ id: `item-${at}`, competency: competency(of) }));
  const lab = (id: string, points: number) =>
    aLab({
      id,
      tasks: aLab().tasks.map((task, at) => ({ ...task, points: at === 0 ? points : 100 - points })),
    });
  const files = Object.entries(tree).filter(([path]) => path.startsWith(oldLab));
  const expectations = (points: number) => ({
    ...(tree[`${oldLab}/solution/expected.yaml`] as object),
    wrong: [
      { name: 'off-by-one', why: { 'zh-CN': '少一步。', en: 'One short.' }, scoreCents: points * 100 },
      { name: 'no-second', why: { 'zh-CN': '没有第二题。', en: 'No second.' }, scoreCents: points * 100 },
    ],
  });
  return {
    ...tree,
    ...Object.fromEntries(files.map(([path, text]) => [path.replace(oldLab, newLab), text])),
    [topic]: { ...(tree[topic] as Topic), items },
    'question-bank/blueprints/application-engineer.junior.yaml': aBlueprint({
      id: 'first-paper',
      sections: [{ competency: competency(1), count: 4 }],
    }),
    'question-bank/blueprints/application-engineer.junior.second.yaml': aBlueprint({
      id: 'second-paper',
      sections: [{ competency: competency(2), count: 2 }],
    }),
    [`${oldLab}/lab.yaml`]: lab('application-engineer/mend-it', 70),
    [`${oldLab}/solution/expected.yaml`]: expectations(70),
    [`${newLab}/lab.yaml`]: lab('application-engineer/tune-it', 90),
    [`${newLab}/solution/expected.yaml`]: expectations(90),
  };
};

const part = (dimension: string, kind: string, contentId: string, weight = 1) => ({
  dimension,
  kind,
  contentId,
  weight,
});
const parts = [
  part('knowledge', 'form', 'first-paper'),
  part('knowledge', 'form', 'second-paper'),
  part('skills', 'lab', 'application-engineer/mend-it', 2),
  part('skills', 'lab', 'application-engineer/tune-it', 1),
  part('practice', 'portfolio', 'application-engineer-junior'),
];

let folder: Awaited<ReturnType<typeof writeContentFolder>>;
let api: TestApi;
let session: ExamSessionView;
let author: Author;
beforeAll(async () => {
  folder = await writeContentFolder(twoOfEach());
  api = await startApi({ RUNNER_URL: 'http://127.0.0.1:9' }, folder.root);
  session = await openSession(api, { ...aWindow(), parts });
  const { client, person } = await logInAs(api);
  const entry = await enrol(api.db, person, session);
  const portfolio = await viewOf({ client, entry, session });
  author = { client, person, entry, session, portfolio, settle: api.work.settle };
}, 60_000);
afterAll(async () => {
  await api?.close();
  await folder?.remove();
});

const sitForm = async (at: number, right: number): Promise<void> => {
  const { client, entry } = author;
  const { id } = (await client.post(partPath(entry, session, 'form', at)).expect(200)).body as { id: string };
  const { items } = (await client.get(`/api/attempts/${id}`).expect(200)).body as AttemptView;
  const { writer } = (await client.post(`/api/attempts/${id}/writer`).expect(200)).body as { writer: number };
  const content = await api.content();
  const saves = items.slice(0, right).map((item: PublicItem, index) => ({
    sequence: index + 1,
    itemId: item.id,
    value: rightAnswer(content.items.get(item.id)!.item),
    flagged: false,
  }));
  await client.post(`/api/attempts/${id}/saves`, { writer, saves }).expect(200);
  await client.post(`/api/attempts/${id}/submit`, { writer }).expect(200);
  await api.work.settle();
};

const workInLab = async (at: number, scoreCents: number): Promise<void> => {
  const { client, entry } = author;
  const { id } = (await client.post(partPath(entry, session, 'lab', at)).expect(200)).body as { id: string };
  await client.post(`/api/lab-sessions/${id}/hand-in`).expect(200);
  await judgeLab(api, id, scoreCents);
};

describe('what can be scheduled', () => {
  it('is what is ready, and of the rest what it lacks', async () => {
    const { client } = await logInAs(api, { roles: ['administrator'] });
    const { choices } = (await client.get('/api/sessions/choices').expect(200)).body as SessionChoicesView;
    expect(choices).toHaveLength(24);
    const ready = choices.filter(({ lacks }) => lacks.length === 0);
    expect(ready).toMatchObject([{ role: 'application-engineer', level: 'junior', scheme: { id: 'first' } }]);
    expect(ready[0]!.contents.map(({ kind, contentId, itemCount }) => [kind, contentId, itemCount])).toEqual([
      ['form', 'first-paper', 4],
      ['form', 'second-paper', 2],
      ['lab', 'application-engineer/mend-it', null],
      ['lab', 'application-engineer/tune-it', null],
      ['portfolio', 'application-engineer-junior', null],
    ]);
    const other = choices.find(({ role, level }) => role === 'application-engineer' && level === 'senior');
    expect(other!.lacks).toEqual([{ kind: 'blueprint' }, { kind: 'lab' }, { kind: 'rubric' }]);
  });

  it('takes a date of its own within a year, after the opening', async () => {
    const { client } = await logInAs(api, { roles: ['administrator'] });
    const on = (closesAt: string) =>
      client.post('/api/sessions', {
        ...aWindow(),
        parts: [...parts.slice(0, 4), { ...parts[4], closesAt }],
      });
    const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();
    await on(days(-1)).expect(400);
    await on(days(400)).expect(400);
    const { body } = await on(days(30)).expect(201);
    expect((body as ExamSessionView).parts.map(({ closesAt }) => closesAt !== null)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('a session with two papers, two labs of different weights and a portfolio', () => {
  it('pins what was chosen, in its order, with its weights', () => {
    expect(
      session.parts.map(({ kind, contentId, weight, itemCount }) => [kind, contentId, weight, itemCount]),
    ).toEqual([
      ['form', 'first-paper', 1, 4],
      ['form', 'second-paper', 1, 2],
      ['lab', 'application-engineer/mend-it', 2, null],
      ['lab', 'application-engineer/tune-it', 1, null],
      ['portfolio', 'application-engineer-junior', 1, null],
    ]);
  });

  it('is worked through part by part, and waits for the last', async () => {
    const assessors = [await anAssessor(api), await anAssessor(api)];
    await sitForm(0, 3);
    await sitForm(1, 1);
    await workInLab(0, 7_000);
    await submitPortfolio(author);
    for (const assessor of assessors) {
      const script = await firstOf(assessor);
      const rubric = [...(await api.content()).rubrics.values()][0]!;
      expect((await mark(assessor, script.id, allAt(rubric, 3))).status).toBe(200);
    }
    const { client: certifier } = await logInAs(api, { roles: ['certifier'] });
    const ask = async (list: string) =>
      (await certifier.get(`/api/decisions/undecided?list=${list}`).expect(200)).body as UndecidedPage;
    expect((await ask('blocked')).rows).toMatchObject([
      {
        entryId: author.entry.id,
        scores: { knowledge: 6_250, skills: null, practice: 7_500 },
        blocks: [{ kind: 'missing', dimension: 'skills', state: 'not-started' }],
      },
    ]);
    await workInLab(1, 9_000);
    expect((await ask('blocked')).rows).toEqual([]);
    expect((await ask('clear')).rows).toMatchObject([
      { entryId: author.entry.id, compositeTenThousandths: 666_675, grade: 1 },
    ]);
  });

  it('weighs the papers 1 : 1 and the labs 2 : 1, exactly', async () => {
    const { body } = await author.client.get(`/api/entries/${author.entry.id}/result`).expect(200);
    const { result, sources } = body as EntryResultView;
    expect(sources.map(({ weight, scoreCents }) => [weight, scoreCents])).toEqual([
      [1, 7_500],
      [1, 5_000],
      [2, 7_000],
      [1, 9_000],
      [1, 7_500],
    ]);
    expect(result.contributions.map(({ weight, scoreCents }) => [weight, scoreCents])).toEqual([
      [70, 6_250],
      [25, 7_667],
      [5, 7_500],
    ]);
    expect(result.compositeTenThousandths).toBe(70 * 6_250 + 25 * 7_667 + 5 * 7_500);
  });

  it('is decided on evidence of all five parts', async () => {
    const { client: certifier } = await logInAs(api, { roles: ['certifier'] });
    const path = `/api/entries/${author.entry.id}`;
    const { evidence } = (await certifier.get(`${path}/evidence`).expect(200)).body as EvidenceView;
    expect(evidence!.exams.map(({ recomputedCents }) => recomputedCents)).toEqual([7_500, 5_000]);
    expect(evidence!.labs.map(({ verdict }) => [verdict!.signature, verdict!.recomputedCents])).toEqual([
      ['verified', 7_000],
      ['verified', 9_000],
    ]);
    expect(evidence!.faults).toEqual([]);
    const { body } = await certifier.post(`${path}/decision`, grant).expect(201);
    expect(body as DecisionView).toMatchObject({
      outcome: 'grant',
      grade: 1,
      credential: { status: 'valid' },
    });
    const home = (await author.client.get('/api/entries/mine').expect(200)).body as OwnEntry[];
    expect(home).toMatchObject([{ state: 'decided', result: { grade: 1, credentialStatus: 'valid' } }]);
    expect(home[0]!.parts).toHaveLength(5);
  });
});
