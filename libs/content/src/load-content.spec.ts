import { describe, expect, it } from '@jest/globals';
import { aContentTree } from '@ennead/testing/builders';
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
