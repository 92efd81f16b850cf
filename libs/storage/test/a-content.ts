import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Content, Storage } from '../src/index.ts';

export type AContent = Content & { readonly bytes: Buffer };

/** Bytes that nobody else has, and their name. */
export const aContent = (sizeBytes = 300_000): AContent => {
  const bytes = randomBytes(sizeBytes);
  return { bytes, sizeBytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};

/** The bytes as they come from a socket: in pieces. */
export const inPieces = ({ bytes }: AContent): Readable => {
  const pieces = Array.from({ length: Math.ceil(bytes.length / 16_384) }, (_, at) =>
    bytes.subarray(at * 16_384, (at + 1) * 16_384),
  );
  return Readable.from(pieces, { objectMode: false });
};

/** Takes a content in, as an upload does. */
export const keepIn = async (storage: Storage, content: AContent): Promise<void> => {
  const received = await storage.receive(inPieces(content));
  await storage.keep(received);
  await storage.discard(received);
};

export const readFrom = async (storage: Storage, content: Content): Promise<Buffer> =>
  buffer(await storage.read(content));
