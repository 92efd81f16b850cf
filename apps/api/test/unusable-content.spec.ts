import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionChoice, SessionChoicesView } from '@ennead/contracts';
import { aContentTree, aLab } from '@ennead/testing/builders';
import { writeContentFolder } from '@ennead/testing/content-folder';
import { aWindow } from './attempts-harness.ts';
import type { Client } from './harness/client.ts';
import { logInAs } from './harness/people.ts';
import { putBody } from './harness/put-body.ts';
import { startApi, type TestApi } from './harness/start-api.ts';

const mendIt = 'application-engineer/mend-it';
const tuneIt = 'application-engineer/tune-it';
const paper = 'application-engineer-junior';
type Kind = 'standard' | 'scheme' | 'blueprint' | 'lab' | 'rubric' | 'question';

/** The usual content, and a second lab. */
const withSecondLab = () => {
  const tree = aContentTree();
  const folder = `labs/${mendIt}`;
  const copies = Object.entries(tree)
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => [path.replace(folder, `labs/${tuneIt}`), text]);
  return { ...tree, ...Object.fromEntries(copies), [`labs/${tuneIt}/lab.yaml`]: aLab({ id: tuneIt }) };
};

let folder: Awaited<ReturnType<typeof writeContentFolder>>;
let api: TestApi;
let administrator: Client;
beforeAll(async () => {
  folder = await writeContentFolder(withSecondLab());
  api = await startApi({}, folder.root);
  ({ client: administrator } = await logInAs(api, { roles: ['administrator'] }));
}, 60_000);
afterAll(async () => {
  await api?.close();
  await folder?.remove();
});

let bodies = 0;
let mended: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const mend of mended) await mend();
  mended = [];
});

/** Makes the live body of a kind another: one that its schema does not know, as an author's newer tool might. @returns its id */
const damage = async (
  kind: Kind,
  contentId?: string,
  body: object = { made: (bodies += 1) },
): Promise<string> => {
  const piece = (await api.bank.live(kind)).find(({ id }) => contentId === undefined || id === contentId)!;
  const put = (hash: string) =>
    api.db.query('UPDATE content_version SET hash = $3 WHERE kind = $1 AND id = $2', [kind, piece.id, hash]);
  mended.push(() => put(piece.hash));
  await put(await putBody(api.db, kind, body));
  return piece.id;
};

const unusable = (content: Kind, contentId: string) => ({ kind: 'unusable', content, contentId });
const choices = async () =>
  ((await administrator.get('/api/sessions/choices').expect(200)).body as SessionChoicesView).choices;
const juniorOf = (all: SessionChoice[]) =>
  all.find(({ role, level }) => role === 'application-engineer' && level === 'junior')!;
const schedule = (parts?: object[]) => administrator.post('/api/sessions', { ...aWindow(), parts });
const partsWith = (lab: string) => [
  { dimension: 'knowledge', kind: 'form', contentId: paper },
  { dimension: 'skills', kind: 'lab', contentId: lab },
  { dimension: 'practice', kind: 'portfolio', contentId: paper },
];
const refusal = (content: Kind, contentId: string) => ({
  code: 'CONTENT_UNUSABLE',
  errors: [{ path: content, message: contentId }],
});

describe('a live body that cannot be read', () => {
  it('is named, and the rest of its kind is on offer', async () => {
    await damage('lab', mendIt);
    const all = await choices();
    expect(all).toHaveLength(24);
    const { contents, unusable: damaged, lacks } = juniorOf(all);
    expect(contents.filter(({ kind }) => kind === 'lab').map(({ contentId }) => contentId)).toEqual([tuneIt]);
    expect([damaged, lacks]).toEqual([[unusable('lab', mendIt)], []]);
    const others = all.filter((choice) => choice !== juniorOf(all));
    expect(others.flatMap((choice) => choice.unusable)).toEqual([]);
  });

  it('is refused by name or where nothing is named, and nothing stands in for it', async () => {
    await damage('lab', mendIt);
    expect((await schedule(partsWith(mendIt)).expect(409)).body).toMatchObject(refusal('lab', mendIt));
    expect((await schedule().expect(409)).body).toMatchObject(refusal('lab', mendIt));
    expect(await api.db.query('SELECT FROM exam_session')).toEqual([]);
    await schedule(partsWith(tuneIt)).expect(201);
    await api.db.query('TRUNCATE exam_session CASCADE');
  });

  it('is a lab by whose plan another lab is judged, or whose plan cannot be read', async () => {
    const bodyOf = async (lab: string) =>
      api.bank.lab((await api.bank.live('lab')).find(({ id }) => id === lab)!.hash);
    const [own, other] = [await bodyOf(tuneIt), await bodyOf(mendIt)];
    const broken = await putBody(api.db, 'plan', { made: (bodies += 1) });
    for (const plan of [other.plan, broken]) {
      await damage('lab', tuneIt, { ...own, plan });
      expect(juniorOf(await choices()).unusable).toEqual([unusable('lab', tuneIt)]);
      expect((await schedule(partsWith(tuneIt)).expect(409)).body).toMatchObject(refusal('lab', tuneIt));
    }
  });

  it.each<Kind>(['blueprint', 'rubric', 'question'])(
    'is what its role and level lack: a %s',
    async (kind) => {
      const id = await damage(kind);
      const all = await choices();
      expect(juniorOf(all).lacks).toContainEqual(unusable(kind, id));
      expect((await schedule(partsWith(mendIt)).expect(409)).body).toMatchObject(refusal(kind, id));
    },
  );

  it.each<Kind>(['standard', 'scheme'])('is what every role and level lacks: a %s', async (kind) => {
    const id = await damage(kind);
    for (const { lacks } of await choices()) expect(lacks).toContainEqual(unusable(kind, id));
    expect((await schedule(partsWith(mendIt)).expect(409)).body).toMatchObject(refusal(kind, id));
  });
});
