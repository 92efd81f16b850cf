import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rm, truncate } from 'node:fs/promises';
import type { ArtefactView } from '@ennead/contracts';
import { S3Storage, Storage } from '@ennead/storage';
import { S3Double } from '@ennead/testing/s3-double';
import { copyFiles } from '../src/infrastructure/copy-files.ts';
import { openSession } from './attempts-harness.ts';
import {
  anAuthor,
  placeOf,
  startPortfolioApi,
  storedFile,
  upload,
  type PortfolioApi,
} from './portfolios-harness.ts';

let api: PortfolioApi;
let double: S3Double;
let folder: Storage;
let bucket: Storage;
const hashes: string[] = [];
beforeAll(async () => {
  double = await S3Double.start();
  api = await startPortfolioApi();
  folder = api.app.get(Storage);
  bucket = await S3Storage.of(double.settings, `${api.dataDir}/files`);
  const author = await anAuthor(api, await openSession(api));
  const other = await anAuthor(api, author.session);
  for (const [at, by] of [author, author, author, other].entries()) {
    // The last is the same content as the one before, in another portfolio.
    const { body } = await upload(by, `${at}.txt`, `to be copied ${Math.min(at, 2)}`).expect(201);
    hashes.push((body as ArtefactView).sha256!);
  }
});
afterAll(async () => {
  bucket?.close();
  await api?.close();
  await double?.close();
});

it('copies what portfolios refer to, each once, and only what is missing when done again', async () => {
  expect(await copyFiles(api.db.manager, folder, bucket)).toEqual({ copied: 3, thereAlready: 0, faults: [] });
  expect((await double.keys()).sort()).toEqual([...new Set(hashes.map(placeOf))].sort());
  await truncate(double.fileOf(placeOf(hashes[0]!)), 1);
  await rm(double.fileOf(placeOf(hashes[1]!)));
  expect(await copyFiles(api.db.manager, folder, bucket)).toEqual({ copied: 2, thereAlready: 1, faults: [] });
});

it('goes on after a file that is not to be had, and names it', async () => {
  await rm(storedFile(api, hashes[0]!));
  await truncate(storedFile(api, hashes[1]!), 1);
  await Promise.all(hashes.map((hash) => bucket.remove(hash)));
  const { copied, faults } = await copyFiles(api.db.manager, folder, bucket);
  expect(copied).toBe(1);
  expect(faults.map(({ code, sha256 }) => ({ code, sha256 }))).toEqual(
    [
      { code: 'missing', sha256: hashes[0] },
      { code: 'wrong-length', sha256: hashes[1] },
    ].sort((a, b) => (a.sha256! < b.sha256! ? -1 : 1)),
  );
});

it('stops where the bucket is away', async () => {
  double.interfere = (request) => request.destroy() && true;
  await expect(copyFiles(api.db.manager, folder, bucket)).rejects.toMatchObject({ code: 'unreachable' });
});
