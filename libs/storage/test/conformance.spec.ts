import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Storage } from '../src/index.ts';
import { aContent, inPieces, keepIn, readFrom } from './a-content.ts';
import { inFolder, inS3Double, type Place } from './places.ts';

describe.each([
  ['a folder', inFolder],
  ['the S3 test double', inS3Double],
])('storage in %s', (_where, makePlace) => {
  let place: Place;
  let storage: Storage;
  beforeAll(async () => {
    place = await makePlace();
    storage = await place.open();
  });
  afterEach(async () => expect(await place.waiting()).toEqual([]));
  afterAll(async () => {
    storage?.close();
    await place?.leave();
  });

  it.each([1, 16_384, 65_536, 300_000, 5_000_000])(
    'gives back %d bytes as it got them',
    async (sizeBytes) => {
      const content = aContent(sizeBytes);
      await keepIn(storage, content);
      expect((await readFrom(storage, content)).equals(content.bytes)).toBe(true);
    },
  );

  it('measures what it receives, and has it only when it is kept', async () => {
    const content = aContent();
    const received = await storage.receive(inPieces(content));
    expect(received).toMatchObject({ sha256: content.sha256, sizeBytes: content.sizeBytes });
    expect((await readFile(received.path)).equals(content.bytes)).toBe(true);
    await expect(storage.read(content)).rejects.toMatchObject({ code: 'missing', sha256: content.sha256 });
    await storage.discard(received);
    expect(existsSync(place.fileOf(content.sha256))).toBe(false);
  });

  it('keeps nothing of a stream that breaks off', async () => {
    const { bytes } = aContent();
    const source = Readable.from(
      (async function* () {
        yield bytes;
        throw new Error('gone');
      })(),
    );
    await expect(storage.receive(source)).rejects.toThrow('gone');
  });

  it('takes the same content twice', async () => {
    const content = aContent();
    await keepIn(storage, content);
    await keepIn(storage, content);
    expect((await readFrom(storage, content)).equals(content.bytes)).toBe(true);
  });

  it('takes the same content from two at once', async () => {
    const content = aContent();
    await Promise.all([keepIn(storage, content), keepIn(storage, content)]);
    expect((await readFrom(storage, content)).equals(content.bytes)).toBe(true);
  });

  it.each([
    ['the first byte', 0],
    ['one in the middle', 150_000],
    ['the last byte', 299_999],
  ])('finds it out when %s is another, and never gives the whole', async (_which, at) => {
    const content = aContent();
    await keepIn(storage, content);
    const damaged = Buffer.from(content.bytes);
    damaged[at]! ^= 1;
    await writeFile(place.fileOf(content.sha256), damaged);
    const { given, fault } = await readAsFarAsItGoes(storage, content);
    expect(fault).toMatchObject({ name: 'StorageFault', code: 'altered', sha256: content.sha256 });
    expect(given).toBeLessThan(content.sizeBytes);
  });

  it('says before the first byte that a small content is altered', async () => {
    const content = aContent(1_000);
    await keepIn(storage, content);
    await writeFile(place.fileOf(content.sha256), aContent(1_000).bytes);
    await expect(storage.read(content)).rejects.toMatchObject({ code: 'altered' });
  });

  it.each([0, 1, 299_999])(
    'says before the first byte that only %d of 300000 are left',
    async (sizeBytes) => {
      const content = aContent();
      await keepIn(storage, content);
      await truncate(place.fileOf(content.sha256), sizeBytes);
      await expect(storage.read(content)).rejects.toMatchObject({ code: 'wrong-length' });
    },
  );

  it('gives no content of another length than was asked for, be it whole', async () => {
    const content = aContent();
    await keepIn(storage, content);
    for (const sizeBytes of [content.sizeBytes - 1, content.sizeBytes + 1])
      await expect(storage.read({ ...content, sizeBytes })).rejects.toMatchObject({ code: 'wrong-length' });
  });

  it('mends a damaged content with the same one', async () => {
    const content = aContent();
    await keepIn(storage, content);
    await truncate(place.fileOf(content.sha256), 7);
    await keepIn(storage, content);
    expect((await readFrom(storage, content)).equals(content.bytes)).toBe(true);
  });

  it('lets go of a content, also of one that it does not have', async () => {
    const [content, other] = [aContent(), aContent()];
    await keepIn(storage, content);
    await storage.remove(content.sha256);
    await storage.remove(other.sha256);
    await expect(storage.read(content)).rejects.toMatchObject({ code: 'missing' });
    expect(existsSync(place.fileOf(content.sha256))).toBe(false);
  });

  it.each(['', 'abc', '../../outside', 'A'.repeat(64), `${'a'.repeat(64)}\n`, 'a'.repeat(65)])(
    'has no place for %j, which is no hash',
    async (sha256) => {
      await expect(storage.read({ sha256, sizeBytes: 1 })).rejects.toThrow('not a SHA-256');
      await expect(storage.remove(sha256)).rejects.toThrow('not a SHA-256');
      await expect(storage.keep({ path: 'none', sha256, sizeBytes: 1 })).rejects.toThrow('not a SHA-256');
    },
  );

  it('keeps nothing of a received file that has gone', async () => {
    const content = aContent();
    const received = await storage.receive(inPieces(content));
    await storage.discard(received);
    await expect(storage.keep(received)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('finds after a restart what was kept before', async () => {
    const content = aContent();
    await keepIn(storage, content);
    const restarted = await place.open();
    expect((await readFrom(restarted, content)).equals(content.bytes)).toBe(true);
    restarted.close();
  });

  it('lets go of what it reads from when its reader goes', async () => {
    const content = aContent(5_000_000);
    await keepIn(storage, content);
    for (let reader = 0; reader < 60; reader += 1) (await storage.read(content)).destroy();
    expect((await readFrom(storage, content)).equals(content.bytes)).toBe(true);
  });

  it('answers when it is asked whether it is there', async () => {
    await expect(storage.check()).resolves.toBeUndefined();
  });
});

/** Reads to the end or the fault, whichever comes first. @returns how many bytes were given */
const readAsFarAsItGoes = async (storage: Storage, content: ReturnType<typeof aContent>) => {
  let given = 0;
  try {
    for await (const piece of await storage.read(content)) given += (piece as Buffer).length;
  } catch (fault) {
    return { given, fault };
  }
  return { given, fault: undefined };
};
