import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unlessDone } from './unless-done.ts';

describe('unlessDone', () => {
  let dir: string;
  let times: number;
  beforeEach(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'ennead-done-'));
    await mkdir(path.join(dir, 'content/node_modules'), { recursive: true });
    await writeFile(path.join(dir, 'content/a.yaml'), 'a: 1');
    times = 0;
  });
  afterEach(() => rm(dir, { recursive: true }));

  const run = (also?: string) =>
    unlessDone(dir, 'check', { places: [path.join(dir, 'content')], also }, async () => `run ${++times}`);

  it('does it once and remembers the result', async () => {
    expect(await run()).toEqual({ result: 'run 1', before: false });
    expect(await run()).toEqual({ result: 'run 1', before: true });
  });

  it.each([
    ['a file changed', () => writeFile(path.join(dir, 'content/a.yaml'), 'a: 2'), 2],
    ['a file came', () => writeFile(path.join(dir, 'content/b.yaml'), 'b: 1'), 2],
    ['a package was installed', () => writeFile(path.join(dir, 'content/node_modules/c.js'), ''), 1],
    ['the note was damaged', () => writeFile(path.join(dir, 'done/check.json'), '{'), 2],
  ])('after %s', async (_name, change, expected) => {
    await run();
    await change();
    await run();
    expect(times).toBe(expected);
  });

  it('does it again where something else that counts has changed', async () => {
    await run('monday');
    expect(await run('tuesday')).toEqual({ result: 'run 2', before: false });
  });

  it('remembers no failure', async () => {
    const fail = unlessDone(dir, 'check', { places: [] }, () => Promise.reject(new Error('bad item')));
    await expect(fail).rejects.toThrow('bad item');
    expect(await run()).toEqual({ result: 'run 1', before: false });
  });
});
