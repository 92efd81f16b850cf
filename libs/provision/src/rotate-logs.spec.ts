import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { closeSync, openSync, writeSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLog } from './child.ts';
import { rotateLogs } from './rotate-logs.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ennead-logs-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (name: string) => readFile(path.join(folder, name), 'utf8');

it('puts aside what is large, keeps four of them, and lets whoever writes go on', async () => {
  const log = openLog(path.join(folder, 'api.log'));
  try {
    for (let round = 1; round <= 6; round += 1) {
      writeSync(log, `round ${round}\n`.padEnd(101, '.'));
      await rotateLogs(folder, 100);
    }
    writeSync(log, 'small\n');
    await rotateLogs(folder, 100);
  } finally {
    closeSync(log);
  }
  expect((await readdir(folder)).sort()).toEqual(['api.log', ...[1, 2, 3, 4].map((n) => `api.log.${n}`)]);
  expect(await read('api.log')).toBe('small\n');
  expect(await read('api.log.1')).toContain('round 6');
  expect(await read('api.log.4')).toContain('round 3');
  // What was for its owner's eyes stays so.
  expect((await stat(path.join(folder, 'api.log.1'))).mode & 0o077).toBe(0);
});

it('loses none of the old ones where one cannot be copied, and puts the others aside', async () => {
  // A folder in the place of the copy keeps it from being made, as a full disk would.
  await mkdir(path.join(folder, 'api.log.new', 'in the way'), { recursive: true });
  for (const name of ['api.log', 'api.log.1', 'worker.log'])
    await writeFile(path.join(folder, name), `${name} `.padEnd(200, '.'));
  await expect(rotateLogs(folder, 100)).rejects.toThrow();
  expect(await read('api.log')).toContain('api.log ');
  expect(await read('api.log.1')).toContain('api.log.1 ');
  expect(await read('worker.log')).toBe('');
  expect(await read('worker.log.1')).toContain('worker.log ');
});

it('leaves everything else alone, and where there is nothing does nothing', async () => {
  await writeFile(path.join(folder, 'notes.txt'), 'x'.repeat(200));
  closeSync(openSync(path.join(folder, 'empty.log'), 'a'));
  await rotateLogs(folder, 100);
  expect((await readdir(folder)).sort()).toEqual(['empty.log', 'notes.txt']);
  await rotateLogs(path.join(folder, 'none'), 100);
});
