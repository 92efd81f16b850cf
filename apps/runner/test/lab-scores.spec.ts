import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { LoadedLab } from '@ennead/content';
import type { LabFile } from '@ennead/contracts/internal';
import { splitSuite } from '@ennead/domain';
import { buildImage, Engine } from '@ennead/sandbox';
import { loadFolder } from '@ennead/testing/database';
import { gradeTree } from '../src/grading/grade-tree.ts';
import { starterTree } from '../src/lab-sessions/restore-tree.ts';
import { testEnvironment } from './test-environment.ts';

const filesBelow = async (dir: string): Promise<LabFile[]> => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(dir, path),
      bytes: await readFile(path),
      executable: ((await stat(path)).mode & 0o100) !== 0,
    })),
  );
};

const layOver = (below: readonly LabFile[], above: readonly LabFile[]): LabFile[] => [
  ...below.filter(({ path }) => !above.some((file) => file.path === path)),
  ...above,
];

const labs = [...(await loadFolder()).labs.values()];

/** What each lab promises about its own suite in solution/expected.yaml, to the hundredth. */
describe.each(labs.map((lab) => [lab.lab.id, lab] as const))('%s', (_, loaded: LoadedLab) => {
  const { DOCKER_HOST } = testEnvironment();
  const engine = new Engine({
    instance: `spec-${randomUUID()}`,
    ...(DOCKER_HOST ? { dockerHost: DOCKER_HOST } : {}),
  });
  let image: string;

  beforeAll(async () => {
    const files = loaded.environment.map(({ bytes, ...file }) => ({ ...file, content: Buffer.from(bytes) }));
    image = (await buildImage(engine, files)).tag;
  }, 300_000);
  afterAll(async () => {
    await engine.sweep(new Set());
  });

  const scoreOf = async (files: readonly LabFile[]): Promise<number> => {
    const claim = () => engine.start(image, loaded.lab.limits);
    const { suite } = loaded;
    const { plan } = splitSuite(loaded.lab, suite);
    return (await gradeTree({ plan, suite }, starterTree(files), claim)).scoreCents;
  };
  const reference = async () =>
    layOver(loaded.starter, await filesBelow(join(loaded.dir, 'solution', 'reference')));

  it('gives the reference full marks', async () => {
    expect(await scoreOf(await reference())).toBe(loaded.expectations.reference.scoreCents);
  }, 300_000);

  it('gives the starter what it says', async () => {
    expect(await scoreOf(loaded.starter)).toBe(loaded.expectations.starter.scoreCents);
  }, 300_000);

  it.each(loaded.expectations.wrong)(
    'gives $name $scoreCents',
    async ({ name, scoreCents }) => {
      const wrong = await filesBelow(join(loaded.dir, 'solution', 'wrong', name));
      expect(await scoreOf(layOver(await reference(), wrong))).toBe(scoreCents);
    },
    300_000,
  );
});
