import { describe, expect, it } from '@jest/globals';
import { aContentTree, anItem } from '@ennead/testing/builders';
import { stringify } from 'yaml';
import { writeContent } from '../test/write-content.ts';
import type { Content } from './load-content.ts';

async function load(tree = aContentTree()): Promise<Content> {
  const written = await writeContent(tree);
  try {
    return await written.load();
  } finally {
    await written.remove();
  }
}

describe('loadContent', () => {
  it('finds everything by its id', async () => {
    const content = await load();
    expect(content.standard.roles.map(({ code }) => code)).toContain('application-engineer');
    expect(content.standard.roles.flatMap(({ competencies }) => competencies)).toHaveLength(100);
    expect(content.schemes.map(({ id }) => id)).toEqual(['first']);
    expect([...content.schemeHashes.keys()]).toEqual(['first@1']);
    expect(content.items.get('two')).toMatchObject({
      item: { type: 'multiple' },
      role: 'application-engineer',
      level: 'junior',
      topic: 'retrieval',
    });
    expect([...content.blueprints.keys()]).toEqual(['application-engineer-junior']);
    expect([...content.rubrics.keys()]).toEqual(['application-engineer-junior']);
    const lab = content.labs.get('application-engineer/mend-it');
    expect(lab?.instructions['zh-CN']).toBe('# 修好它\n');
    expect(lab?.starter.map(({ path, executable }) => ({ path, executable }))).toEqual([
      { path: 'main.py', executable: false },
    ]);
  });

  it('freezes what it returns', async () => {
    const content = await load();
    const item = content.items.get('one');
    expect(Object.isFrozen(content) && Object.isFrozen(item) && Object.isFrozen(item?.item.stem)).toBe(true);
    expect(Object.isFrozen(content.standard.roles[0]?.competencies[0]?.title)).toBe(true);
    expect(Object.isFrozen(content.labs.get('application-engineer/mend-it')?.suite.checks)).toBe(true);
  });

  it('hashes the meaning, not the layout, and every change of meaning', async () => {
    const place = 'question-bank/items/application-engineer/junior/retrieval.yaml';
    const topic = aContentTree()[place] as { items: object[] };
    const [one, two] = topic.items;
    const before = await load();
    const relaid = await load({
      ...aContentTree(),
      [place]: `# a comment\n${stringify({ ...topic, items: [two, one] }, { indent: 4 })}`,
    });
    const changed = await load({
      ...aContentTree(),
      [place]: { ...topic, items: [anItem({ ...one, key: ['B'] }), two] },
    });
    const hashes = (content: Content) => ['one', 'two'].map((id) => content.items.get(id)?.hash);
    expect(hashes(relaid)).toEqual(hashes(before));
    expect(hashes(changed)[0]).not.toBe(hashes(before)[0]);
    expect(hashes(changed)[1]).toBe(hashes(before)[1]);
  });

  it('hashes all that a verdict depends on, and the environment by itself', async () => {
    const lab = 'labs/application-engineer/mend-it';
    const labOf = async (changes: Record<string, unknown>) =>
      (await load({ ...aContentTree(), ...changes })).labs.get('application-engineer/mend-it')!;
    const before = await labOf({});
    const starter = await labOf({ [`${lab}/starter/more.py`]: '' });
    const environment = await labOf({ [`${lab}/environment/Dockerfile`]: 'FROM other\n' });
    const solution = await labOf({ [`${lab}/solution/wrong/no-second/main.py`]: 'pass\n' });
    expect(new Set([before, starter, environment].map(({ hash }) => hash)).size).toBe(3);
    expect(starter.environmentHash).toBe(before.environmentHash);
    expect(environment.environmentHash).not.toBe(before.environmentHash);
    expect(solution.hash).toBe(before.hash);
    const leftBehind = await labOf({ [`${lab}/starter/__pycache__/main.pyc`]: 'bytes' });
    expect(leftBehind.hash).toBe(before.hash);
  });

  it('puts sent files into the suite', async () => {
    const tree = aContentTree();
    const suite = structuredClone(tree['labs/application-engineer/mend-it/grader/suite.yaml']) as {
      checks: { cases: { exchanges: object[] }[] }[];
    };
    suite.checks[0]!.cases[0]!.exchanges = [{ sendFile: 'corpus.json', expect: [] }];
    tree['labs/application-engineer/mend-it/grader/suite.yaml'] = suite;
    tree['labs/application-engineer/mend-it/grader/corpus.json'] = '{ "op": "index", "documents": [1, 2] }';
    const lab = (await load(tree)).labs.get('application-engineer/mend-it');
    expect(lab?.suite.checks[0]?.cases[0]?.exchanges).toEqual([
      { send: { op: 'index', documents: [1, 2] }, expect: [] },
    ]);
  });
});
