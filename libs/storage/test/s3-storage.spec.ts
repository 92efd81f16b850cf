import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { finished } from 'node:stream/promises';
import { eventually } from '@ennead/testing';
import type { Interference } from '@ennead/testing/s3-double';
import { S3Storage, type Storage } from '../src/index.ts';
import { aContent, inPieces, keepIn, readFrom } from './a-content.ts';
import { inS3Double } from './places.ts';

let place: Awaited<ReturnType<typeof inS3Double>>;
let storage: Storage;
beforeAll(async () => {
  place = await inS3Double();
  storage = await place.open();
});
afterEach(() => {
  place.double.interfere = () => false;
});
afterAll(async () => {
  storage?.close();
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

describe.each([
  ['is busy', sayBusy],
  ['hangs up', hangUp],
  ['says nothing', saySilence],
])('while the service %s', (_what, how) => {
  it('is asked once more, and does it then', async () => {
    const content = aContent();
    failing('PUT', 1, how);
    await keepIn(storage, content);
    failing('GET', 1, how);
    expect((await readFrom(storage, content)).equals(content.bytes)).toBe(true);
    failing('DELETE', 1, how);
    await storage.remove(content.sha256);
    expect(existsSync(place.fileOf(content.sha256))).toBe(false);
  });

  it('is asked twice and no more', async () => {
    const content = aContent();
    const received = await storage.receive(inPieces(content));
    const unreachable = { code: 'unreachable', sha256: content.sha256 };
    const puts = failing('PUT', 9, how);
    await expect(storage.keep(received)).rejects.toMatchObject(unreachable);
    expect(puts.times).toBe(2);
    expect(existsSync(place.fileOf(content.sha256))).toBe(false);
    const gets = failing('GET', 9, how);
    await expect(storage.read(content)).rejects.toMatchObject(unreachable);
    expect(gets.times).toBe(2);
    failing('HEAD', 9, how);
    await expect(storage.check()).rejects.toMatchObject({ code: 'unreachable', sha256: null });
    await storage.discard(received);
  });
});

it('does not wait for a service that takes an upload in drops', async () => {
  const received = await storage.receive(inPieces(aContent(20_000_000)));
  place.double.interfere = (request) => {
    request.on('data', () => {
      request.pause();
      setTimeout(() => request.resume(), 20);
    });
    return true;
  };
  await expect(storage.keep(received)).rejects.toMatchObject({ code: 'unreachable' });
  await storage.discard(received);
}, 5_000);

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
    const stream = await storage.read(content);
    await expect(finished(stream.resume())).rejects.toMatchObject({ code: 'broken-off' });
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
    const gone = new Promise<number>((resolve) => {
      const beganAt = Date.now();
      giveHalf(content, (socket) => socket.once('close', () => resolve(Date.now() - beganAt)));
    });
    (await storage.read(content)).destroy();
    expect(await gone).toBeLessThan(400);
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
