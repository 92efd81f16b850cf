import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { truncate } from 'node:fs/promises';
import { copyContent, type Storage } from '../src/index.ts';
import { aContent, keepIn, readFrom } from './a-content.ts';
import { inFolder, inS3Double, type Place } from './places.ts';

let places: [Place, Awaited<ReturnType<typeof inS3Double>>];
let folder: Storage;
let bucket: Storage;
beforeAll(async () => {
  places = [await inFolder(), await inS3Double()];
  [folder, bucket] = [await places[0].open(), await places[1].open()];
});
afterAll(async () => {
  bucket?.close();
  for (const place of places ?? []) await place.leave();
});

it('copies what is not there, both ways', async () => {
  const content = aContent();
  await keepIn(folder, content);
  expect(await copyContent(folder, bucket, content)).toBe(true);
  expect((await readFrom(bucket, content)).equals(content.bytes)).toBe(true);
  await folder.remove(content.sha256);
  expect(await copyContent(bucket, folder, content)).toBe(true);
  expect((await readFrom(folder, content)).equals(content.bytes)).toBe(true);
  expect([await places[0].waiting(), await places[1].waiting()]).toEqual([[], []]);
});

it('leaves what is there whole, and replaces what is not', async () => {
  const content = aContent();
  await keepIn(folder, content);
  await copyContent(folder, bucket, content);
  expect(await copyContent(folder, bucket, content)).toBe(false);
  await truncate(places[1].fileOf(content.sha256), 5);
  expect(await copyContent(folder, bucket, content)).toBe(true);
  expect((await readFrom(bucket, content)).equals(content.bytes)).toBe(true);
});

it('copies nothing that is missing or damaged, and names it', async () => {
  const [missing, damaged] = [aContent(), aContent()];
  await keepIn(folder, damaged);
  await truncate(places[0].fileOf(damaged.sha256), 5);
  for (const [content, code] of [
    [missing, 'missing'],
    [damaged, 'wrong-length'],
  ] as const) {
    await expect(copyContent(folder, bucket, content)).rejects.toMatchObject({
      code,
      sha256: content.sha256,
    });
    await expect(bucket.read(content)).rejects.toMatchObject({ code: 'missing' });
  }
});

it('is not done where the target has not kept what it said it had', async () => {
  const content = aContent();
  await keepIn(folder, content);
  const { double } = places[1];
  double.interfere = (request, response) => {
    if (request.method !== 'PUT') return false;
    request.resume().once('end', () => response.end());
    return true;
  };
  await expect(copyContent(folder, bucket, content)).rejects.toMatchObject({ code: 'missing' });
  double.interfere = () => false;
});
