import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdir, readdir, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { eventually } from '@ennead/testing';
import type { Storage } from '../src/index.ts';
import { aContent, inPieces, keepIn } from './a-content.ts';
import { inFolder } from './places.ts';

let place: Awaited<ReturnType<typeof inFolder>>;
let storage: Storage;
beforeAll(async () => {
  place = await inFolder();
  storage = await place.open();
});
afterAll(() => place?.leave());

it('is for its owner alone', async () => {
  const content = aContent();
  await keepIn(storage, content);
  const file = place.fileOf(content.sha256);
  for (const path of [file, dirname(file), join(place.root, 'incoming')])
    expect((await stat(path)).mode & 0o077).toBe(0);
});

it('follows no link to a file', async () => {
  const content = aContent();
  const outside = join(place.root, 'outside-file');
  await writeFile(outside, content.bytes);
  await mkdir(dirname(place.fileOf(content.sha256)), { recursive: true });
  await symlink(outside, place.fileOf(content.sha256));
  await expect(storage.read(content)).rejects.toMatchObject({ code: 'no-file', sha256: content.sha256 });
});

it('follows no link to a folder, neither to read nor to keep nor to remove', async () => {
  const content = aContent();
  const outside = join(place.root, 'outside-folder');
  await mkdir(outside);
  await writeFile(join(outside, content.sha256), content.bytes);
  await symlink(outside, dirname(place.fileOf(content.sha256)));
  const received = await storage.receive(inPieces(content));
  const noFile = { code: 'no-file', sha256: content.sha256 };
  await expect(storage.read(content)).rejects.toMatchObject(noFile);
  await expect(storage.keep(received)).rejects.toMatchObject(noFile);
  await expect(storage.remove(content.sha256)).rejects.toMatchObject(noFile);
  await storage.discard(received);
  expect(await readdir(outside)).toEqual([content.sha256]);
});

it('neither reads a folder nor waits for a pipe in the place of a file', async () => {
  const [folder, pipe] = [aContent(), aContent()];
  await mkdir(place.fileOf(folder.sha256), { recursive: true });
  await mkdir(dirname(place.fileOf(pipe.sha256)), { recursive: true });
  await promisify(execFile)('mkfifo', [place.fileOf(pipe.sha256)]);
  for (const content of [folder, pipe])
    await expect(storage.read(content)).rejects.toMatchObject({ code: 'no-file' });
});

it('removes at its start what has waited for an hour, and nothing younger', async () => {
  const [old, young] = [
    await storage.receive(inPieces(aContent())),
    await storage.receive(inPieces(aContent())),
  ];
  const before = new Date(Date.now() - 3_660_000);
  await utimes(old.path, before, before);
  await place.open();
  expect(await place.waiting()).toEqual([young.path.split('/').at(-1)]);
  await storage.discard(young);
});

it('holds no file open that it has refused or read', async () => {
  const openFiles = async () => (await readdir('/dev/fd')).length;
  const [short, whole] = [aContent(), aContent()];
  await keepIn(storage, short);
  await keepIn(storage, whole);
  await writeFile(place.fileOf(short.sha256), 'short');
  const before = await openFiles();
  for (let reader = 0; reader < 20; reader += 1) {
    await storage.read(short).catch(() => undefined);
    (await storage.read(whole)).destroy();
  }
  await eventually(async () => (await openFiles()) < before + 5);
});
