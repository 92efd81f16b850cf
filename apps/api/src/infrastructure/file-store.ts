import { createHash, randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { lstat, mkdir, open, readdir, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Transform, type Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SETTINGS, type Settings } from '../settings.ts';

/** A file that has arrived whole and is on disk, but belongs to nothing yet. */
export type ReceivedFile = { readonly path: string; readonly sha256: string; readonly sizeBytes: number };

const { O_NOFOLLOW, O_RDONLY } = constants;
/** What a killed process left behind is older than any upload under way. */
const abandonedAfterMs = 3_600_000;

/**
 * Files by the SHA-256 of their content, in `files/ab/abcdef…` below the data folder. No path ever comes from outside:
 * temporary names are random, lasting ones are hashes. Symbolic links are never followed.
 */
@Injectable()
export class FileStore implements OnModuleInit {
  private root = '';

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async onModuleInit(): Promise<void> {
    const root = join(this.settings.ENNEAD_DATA_DIR, 'files');
    await mkdir(join(root, 'incoming'), { recursive: true, mode: 0o700 });
    this.root = await realpath(root);
    await this.removeAbandoned(Date.now() - abandonedAfterMs);
  }

  /** Writes a stream to disk, hashing on the way. Should it break off, nothing of it stays. */
  async receive(source: Readable): Promise<ReceivedFile> {
    const path = join(this.root, 'incoming', randomUUID());
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

  /** Gives a received file its lasting name. When this returns, file and name survive a loss of power. */
  async keep({ path, sha256 }: ReceivedFile): Promise<void> {
    const folder = await this.folderOf(sha256);
    await rename(path, join(folder, sha256));
    await syncFolder(folder);
    await syncFolder(this.root);
  }

  /** Drops a received file that was not kept. */
  async discard({ path }: Pick<ReceivedFile, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** @returns the open file, to be closed by the caller; refuses anything but a regular file. */
  async open(sha256: string): Promise<FileHandle> {
    const file = await open(join(await this.folderOf(sha256), sha256), O_RDONLY | O_NOFOLLOW);
    const facts = await file.stat();
    if (facts.isFile()) return file;
    await file.close();
    throw new Error(`not a regular file: ${sha256}`);
  }

  /** Forgets a content. Only for whoever has made sure, under a lock, that nothing refers to it. */
  async remove(sha256: string): Promise<void> {
    await rm(join(await this.folderOf(sha256), sha256), { force: true });
  }

  private async folderOf(sha256: string): Promise<string> {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    const folder = join(this.root, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (!(await lstat(folder)).isDirectory()) throw new Error(`not a folder: ${folder}`);
    return folder;
  }

  private async removeAbandoned(beforeMs: number): Promise<void> {
    const incoming = join(this.root, 'incoming');
    for (const name of await readdir(incoming)) {
      const facts = await lstat(join(incoming, name)).catch(() => null);
      if (facts && facts.mtimeMs < beforeMs) await rm(join(incoming, name), { force: true });
    }
  }
}

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, O_RDONLY);
  await folder.sync().finally(() => folder.close());
};
