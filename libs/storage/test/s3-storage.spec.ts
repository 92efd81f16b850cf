import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import { eventually } from '@ennead/testing';
import type { Interference } from '@ennead/testing/s3-double';
import { S3Storage, type Storage } from '../src/index.ts';
import { usualPatience } from '../src/s3-client.ts';
import { aContent, inPieces, keepIn, readFrom } from './a-content.ts';
import { inS3Double } from './places.ts';

let place: Awaited<ReturnType<typeof inS3Double>>;
let storage: Storage;
/** Waits for a sign of life for half a second: for what ends in a fault, where more time would change nothing. */
let impatient: Storage;
beforeAll(async () => {
  place = await inS3Double();
  storage = await place.open();
  impatient = await place.open({ connectMs: 500, answerMs: 500 });
});
afterEach(() => {
  place.double.interfere = () => false;
});
afterAll(async () => {
  storage?.close();
  impatient?.close();
  await place?.leave();
});

/** Fails the first so many requests of a method, and counts all of them. */
const failing = (method: string, times: number, how: Interference) => {
  const asked = { times: 0 };
  place.double.interfere = (request, response) => {
    if (request.method !== method) return false;
    asked.times += 1;
    return asked.times <= times && how(request, response);
  };
  return asked;
};
const sayBusy: Interference = (request, response) => {
  request.resume();
  response.writeHead(503).end();
  return true;
};
const hangUp: Interference = (request) => request.destroy() && true;
const saySilence: Interference = () => true;

/** Long enough for a busy machine to answer, short enough for a spec to see silence end. */
const someTime = { connectMs: 3_000, answerMs: 3_000 };

describe.each([
  ['is busy', sayBusy],
  ['hangs up', hangUp],
  ['says nothing', saySilence],
])('while the service %s', (_what, how) => {
  it('is asked once more, and does it then', async () => {
    const storage = await place.open(someTime);
    const content = aContent();
    failing('PUT', 1, how);
    await keepIn(storage, content);
    failing('GET', 1, how);
    expect((await readFrom(storage, content)).equals(content.bytes)).toBe(true);
    failing('DELETE', 1, how);
    await storage.remove(content.sha256);
    expect(existsSync(place.fileOf(content.sha256))).toBe(false);
    storage.close();
  });

  it('is asked twice and no more', async () => {
    const content = aContent();
    const received = await impatient.receive(inPieces(content));
    const unreachable = { code: 'unreachable', sha256: content.sha256 };
    const puts = failing('PUT', 9, how);
    await expect(impatient.keep(received)).rejects.toMatchObject(unreachable);
    expect(puts.times).toBe(2);
    expect(existsSync(place.fileOf(content.sha256))).toBe(false);
    const gets = failing('GET', 9, how);
    await expect(impatient.read(content)).rejects.toMatchObject(unreachable);
    expect(gets.times).toBe(2);
    failing('HEAD', 9, how);
    await expect(impatient.check()).rejects.toMatchObject({ code: 'unreachable', sha256: null });
    await impatient.discard(received);
  });
});

it('does not wait for a service that takes an upload in drops', async () => {
  const received = await impatient.receive(inPieces(aContent(20_000_000)));
  place.double.interfere = (request) => {
    request.on('data', () => {
      request.pause();
      // A minute and more in all, never silent for long.
      setTimeout(() => request.resume(), 200);
    });
    return true;
  };
  await expect(impatient.keep(received)).rejects.toMatchObject({ code: 'unreachable' });
  await impatient.discard(received);
});

it('is not kept before the service has said so', async () => {
  const content = aContent();
  const received = await storage.receive(inPieces(content));
  let answer: (() => void) | undefined;
  failing('PUT', 1, (request, response) => {
    request.resume();
    answer = () => response.writeHead(200).end();
    return true;
  });
  let isKept = false;
  const keeping = storage.keep(received).then(() => (isKept = true));
  const say = await eventually(() => answer);
  expect(isKept).toBe(false);
  say();
  await keeping;
  await storage.discard(received);
});

it('has nothing under its lasting name of what broke off on the way', async () => {
  const content = aContent(5_000_000);
  const received = await storage.receive(inPieces(content));
  place.double.interfere = (request) => {
    if (request.method === 'PUT') request.once('data', () => request.destroy());
    return false;
  };
  await expect(storage.keep(received)).rejects.toMatchObject({ code: 'unreachable' });
  expect(existsSync(place.fileOf(content.sha256))).toBe(false);
  await storage.discard(received);
});

it('lets the service refuse what is not what it was when it was received', async () => {
  const content = aContent();
  const received = await storage.receive(inPieces(content));
  await writeFile(received.path, aContent().bytes);
  await expect(storage.keep(received)).rejects.toMatchObject({ code: 'unreachable' });
  expect(existsSync(place.fileOf(content.sha256))).toBe(false);
  await storage.discard(received);
});

describe('a download from the service', () => {
  /** Half of the content, in an answer that promises the whole. */
  const giveHalf = (content: ReturnType<typeof aContent>, after: (socket: Socket) => void) => {
    place.double.interfere = (_request, response) => {
      response.writeHead(200, { 'content-length': content.sizeBytes });
      response.write(content.bytes.subarray(0, content.sizeBytes / 2), () => after(response.socket!));
      return true;
    };
  };

  it('that breaks off is no end', async () => {
    const content = aContent(1_000_000);
    giveHalf(content, (socket) => socket.destroy());
    const stream = await storage.read(content);
    await expect(finished(stream.resume())).rejects.toMatchObject({ code: 'broken-off' });
  });

  it('that does not go on is broken off', async () => {
    const content = aContent(1_000_000);
    giveHalf(content, () => undefined);
    const storage = await place.open(someTime);
    const stream = await storage.read(content);
    await expect(finished(stream.resume())).rejects.toMatchObject({ code: 'broken-off' });
    storage.close();
  });

  it('that ends early without having said its length is no end either', async () => {
    const content = aContent(1_000_000);
    place.double.interfere = (_request, response) => {
      response.writeHead(200).end(content.bytes.subarray(0, 500_000));
      return true;
    };
    const stream = await storage.read(content);
    await expect(finished(stream.resume())).rejects.toMatchObject({ code: 'wrong-length' });
  });

  it('is broken off at once when its reader goes while nothing comes', async () => {
    const content = aContent(1_000_000);
    let goneAt: number | undefined;
    giveHalf(content, (socket) => socket.once('close', () => (goneAt = Date.now())));
    const stream = await storage.read(content);
    const leftAt = Date.now();
    stream.destroy();
    expect((await eventually(() => goneAt)) - leftAt).toBeLessThan(usualPatience.answerMs);
  });
});

it.each([
  ['another key', { secretAccessKey: 'wrong' }, /SignatureDoesNotMatch/],
  ['a bucket that is not there', { bucket: 'nobodys-files' }, /NoSuchBucket/],
])('is unreachable with %s, asked once, and says why', async (_what, change, why) => {
  const other = await S3Storage.of({ ...place.double.settings, ...change }, place.root);
  const gets = failing('GET', 0, sayBusy);
  await expect(other.read(aContent())).rejects.toThrow(why);
  expect(gets.times).toBe(1);
  await expect(other.check()).rejects.toMatchObject({ code: 'unreachable' });
  other.close();
});

it('is unreachable where nobody listens', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const endpoint = `http://127.0.0.1:${port}`;
  const other = await S3Storage.of({ ...place.double.settings, endpoint }, place.root);
  await expect(other.check()).rejects.toMatchObject({ code: 'unreachable' });
  await expect(other.read(aContent())).rejects.toMatchObject({ code: 'unreachable' });
  other.close();
});
