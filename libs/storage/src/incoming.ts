import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { lstat, mkdir, readdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that has arrived whole and is on the local disk, but belongs to nothing yet. */
export type ReceivedFile = { readonly path: string; readonly sha256: string; readonly sizeBytes: number };

/** What a killed process left behind is older than any upload under way. */
const abandonedAfterMs = 3_600_000;

/** The local folder where files wait until their hash is known and somebody keeps them. */
export class Incoming {
  private sweptAt = performance.now();

  private constructor(private readonly folder: string) {}

  /** Makes the folder, for its owner alone, and removes what was abandoned in it. */
  static async in(root: string): Promise<Incoming> {
    const folder = join(root, 'incoming');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await removeAbandoned(folder, Date.now() - abandonedAfterMs);
    return new Incoming(await realpath(folder));
  }

  async receive(source: Readable): Promise<ReceivedFile> {
    await this.sweepNowAndThen();
    const path = join(this.folder, randomUUID());
    const hash = createHash('sha256');
    let sizeBytes = 0;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        done(null, chunk);
      },
    });
    try {
      // `wx` creates or fails, so no link is followed; `flush` brings the bytes to disk before the stream closes.
      await pipeline(source, measure, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
    } catch (fault) {
      await rm(path, { force: true });
      throw fault;
    }
    return { path, sha256: hash.digest('hex'), sizeBytes };
  }

  /** Also while this process runs: of several servers another may have been killed amid an upload. */
  private async sweepNowAndThen(): Promise<void> {
    if (performance.now() - this.sweptAt < abandonedAfterMs) return;
    this.sweptAt = performance.now();
    await removeAbandoned(this.folder, Date.now() - abandonedAfterMs);
  }

  async discard({ path }: Pick<ReceivedFile, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }
}

const removeAbandoned = async (folder: string, beforeMs: number): Promise<void> => {
  for (const name of await readdir(folder)) {
    const facts = await lstat(join(folder, name)).catch(() => null);
    if (facts && facts.mtimeMs < beforeMs) await rm(join(folder, name), { force: true });
  }
};
