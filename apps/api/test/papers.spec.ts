import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ExamSessionView } from '@ennead/contracts';
import type { Topic } from '@ennead/contracts/internal';
import { Form, FormItem } from '@ennead/persistence';
import { aBlueprint, aContentTree, anItem } from '@ennead/testing/builders';
import { writeContentFolder } from '@ennead/testing/content-folder';
import { In } from 'typeorm';
import { aWindow, openSession } from './attempts-harness.ts';
import { logInAs } from './harness/people.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

const topic = 'question-bank/items/application-engineer/junior/retrieval.yaml';
const competency = 'application-engineer.knowledge.topic-1';
const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => `item-${letter}`);

/** Six items of one competency, and papers that ask for two, three and four of them. */
const papers = () => {
  const tree = aContentTree();
  const paper = (id: string, count: number) => aBlueprint({ id, sections: [{ competency, count }] });
  return {
    ...tree,
    [topic]: { ...(tree[topic] as Topic), items: ids.map((id) => anItem({ id, competency })) },
    'question-bank/blueprints/application-engineer.junior.yaml': paper('two', 2),
    'question-bank/blueprints/application-engineer.junior.three.yaml': paper('three', 3),
    'question-bank/blueprints/application-engineer.junior.four.yaml': paper('four', 4),
  };
};

const asking = (...contentIds: readonly string[]) => ({
  ...aWindow(),
  parts: [
    ...contentIds.map((contentId) => ({ dimension: 'knowledge', kind: 'form', contentId })),
    { dimension: 'skills', kind: 'lab', contentId: 'application-engineer/mend-it' },
    { dimension: 'practice', kind: 'portfolio', contentId: 'application-engineer-junior' },
  ],
});

let folder: Awaited<ReturnType<typeof writeContentFolder>>;
let api: TestApi;
beforeAll(async () => {
  folder = await writeContentFolder(papers());
  api = await startApi({}, folder.root);
}, 60_000);
afterAll(async () => {
  await api?.close();
  await folder?.remove();
});

const drawn = async ({ parts }: ExamSessionView): Promise<string[]> => {
  const forms = await api.db.manager.findBy(Form, { sessionPartId: In(parts.map(({ id }) => id)) });
  const items = await api.db.manager.findBy(FormItem, { formId: In(forms.map(({ id }) => id)) });
  return items.map(({ itemId }) => itemId).sort();
};

it('papers of one session share no question, down to the last one that there is', async () => {
  expect(await drawn(await openSession(api, asking('two', 'four')))).toEqual(ids);
  for (let time = 0; time < 5; time += 1) {
    const some = await drawn(await openSession(api, asking('three', 'two')));
    expect(new Set(some).size).toBe(5);
  }
});

it('a session is refused whose papers ask together for more than there is', async () => {
  const { client } = await logInAs(api, { roles: ['administrator'] });
  const { body } = await client.post('/api/sessions', asking('three', 'four')).expect(409);
  expect(body).toMatchObject({
    code: 'CONTENT_MISSING',
    errors: [{ path: 'items', message: `${competency}: 7 asked, 6 there` }],
  });
});
