import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { ContentVersion, makeDataSource } from '@ennead/persistence';
import { programArgs, ROOT, runToEnd } from '@ennead/provision';
import { aContentTree, anItem } from '@ennead/testing/builders';
import { writeContentFolder } from '@ennead/testing/content-folder';
import { makeTestDatabase, testContentSecret, type TestDatabase } from '@ennead/testing/database';
import type { Topic } from '@ennead/contracts/internal';
import type { DataSource } from 'typeorm';
import { testEnvironment } from './harness/test-environment.ts';

const topicPath = 'question-bank/items/application-engineer/junior/retrieval.yaml';
const topic = aContentTree()[topicPath] as Topic;

let database: TestDatabase;
let db: DataSource;
let folder: Awaited<ReturnType<typeof writeContentFolder>>;
beforeAll(async () => {
  database = await makeTestDatabase(testEnvironment().TEST_DATABASE_ADMIN_URL);
  db = await makeDataSource(database.ownerUrl, 1).initialize();
  folder = await writeContentFolder(aContentTree());
});
afterAll(async () => {
  await folder.remove();
  await db.destroy();
  await database.drop();
});
beforeEach(() => folder.write(aContentTree()));

/** The process as `npm start` runs it, on the folder of this spec. */
const publish = (secret = testContentSecret) =>
  runToEnd({
    command: process.execPath,
    args: programArgs('api', 'publish-content', folder.root),
    cwd: ROOT,
    env: { PATH: process.env['PATH'], DATABASE_URL: database.publisherUrl, CONTENT_SECRET: secret },
    output: 'keep',
  });
const everything = async () =>
  JSON.stringify(
    await db.query(
      `SELECT (SELECT json_agg(v ORDER BY kind, id, number) FROM content_version v) AS versions,
         (SELECT json_agg(f ORDER BY of_hash) FROM in_force f) AS held, (SELECT count(*) FROM content_body) AS bodies`,
    ),
  );

describe('the publishing process', () => {
  it('publishes what is new, and says so when nothing is', async () => {
    const first = await publish();
    expect([first.code, first.stdout.trim()]).toEqual([0, 'Content is published: 61 new.']);
    const again = await publish();
    expect([again.code, again.stdout.trim()]).toEqual([0, 'Content is as it was published.']);
    await folder.write({
      [topicPath]: {
        ...topic,
        items: topic.items.slice(1).concat(anItem({ id: 'three', competency: topic.items[0]!.competency })),
      },
    });
    expect((await publish()).stdout.trim()).toBe('Content is published: 2 new, 2 retired.');
    expect(await db.manager.findOneBy(ContentVersion, { kind: 'key', id: 'three' })).toMatchObject({
      state: 'live',
    });
  });

  it.each([
    [
      'a key that is no option',
      { [topicPath]: { ...topic, items: [anItem({ id: 'one', key: ['F'] })] } },
      topicPath,
    ],
    [
      'text that is no YAML',
      { 'question-bank/schemes/first.yaml': 'a: [b\n' },
      'question-bank/schemes/first.yaml',
    ],
    [
      'a lab without instructions',
      { 'labs/application-engineer/mend-it/instructions.en.md': '' },
      'labs/application-engineer/mend-it/instructions.en.md',
    ],
  ])('names file and line of %s, and leaves the bank as it was', async (_, changes, file) => {
    await publish();
    const before = await everything();
    await folder.write(changes);
    const end = await publish();
    expect(end.code).toBe(1);
    expect(end.output).toMatch(new RegExp(`${file.replaceAll('.', '\\.')}:\\d+  .+ — .+`));
    expect(end.output).toContain('Nothing was published.');
    expect(await everything()).toBe(before);
  });

  it.each(['labs', 'question-bank'])('says in one line that %s/ is missing', async (name) => {
    await publish();
    const before = await everything();
    await folder.removeFolder(name);
    const end = await publish();
    expect(end.code).toBe(1);
    expect(end.output.trim().split('\n')).toEqual([
      `${name}/:1  the folder is missing — make ${join(folder.root, name)}, or name the folder that holds it`,
      '',
      '1 fault(s). Nothing was published.',
    ]);
    expect(await everything()).toBe(before);
  });

  it('publishes nothing as another process’s role', async () => {
    await folder.write({ 'labs/application-engineer/mend-it/instructions.en.md': '# Other\n' });
    const end = await runToEnd({
      command: process.execPath,
      args: programArgs('api', 'publish-content', folder.root),
      cwd: ROOT,
      env: { PATH: process.env['PATH'], DATABASE_URL: database.appUrl, CONTENT_SECRET: testContentSecret },
      output: 'keep',
    });
    expect(end.code).not.toBe(0);
    expect(end.output).toContain('permission denied');
  });
});
