import { constants } from 'node:fs';
import { access, lstat, mkdir, open, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { folderOf } from './folder-of.ts';
import { Incoming } from './incoming.ts';
import { readVerified } from './read-verified.ts';
import { StorageFault } from './storage-fault.ts';
import { Storage, type Content, type ReceivedFile } from './storage.ts';

const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY, W_OK } = constants;

/** Files in `ab/abcdef…` below a local folder, readable by their owner alone. Symbolic links are never followed. */
export class FolderStorage extends Storage {
  private constructor(
    private readonly root: string,
    incoming: Incoming,
  ) {
    super(incoming);
  }

  /** Makes the folder if need be. What is received waits in it, so that keeping is a rename. */
  static async at(root: string): Promise<FolderStorage> {
    const incoming = await Incoming.in(root);
    return new FolderStorage(await realpath(root), incoming);
  }

  /** When this returns, file and name survive a loss of power. */
  async keep({ path, sha256 }: ReceivedFile): Promise<void> {
    const folder = join(this.root, folderOf(sha256));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await refuseLink(folder, sha256);
    await rename(path, join(folder, sha256));
    await syncFolder(folder);
    await syncFolder(this.root);
  }

  async read(content: Content): Promise<Readable> {
    const file = await this.open(content.sha256);
    try {
      const facts = await file.stat();
      if (!facts.isFile()) throw new StorageFault('no-file', content.sha256);
      if (facts.size !== content.sizeBytes) throw new StorageFault('wrong-length', content.sha256);
    } catch (fault) {
      await file.close();
      throw fault;
    }
    return readVerified(file.createReadStream(), content);
  }

  async remove(sha256: string): Promise<void> {
    const folder = join(this.root, folderOf(sha256));
    if (await isMissing(folder)) return;
    await refuseLink(folder, sha256);
    await rm(join(folder, sha256), { force: true });
  }

  async check(): Promise<void> {
    await access(this.root, W_OK).catch((fault: unknown) => {
      throw new StorageFault('unreachable', null, fault);
    });
  }

  close(): void {}

  private async open(sha256: string): Promise<FileHandle> {
    const folder = join(this.root, folderOf(sha256));
    if (await isMissing(folder)) throw new StorageFault('missing', sha256);
    await refuseLink(folder, sha256);
    try {
      // Without O_NONBLOCK a pipe in its place would be waited for.
      return await open(join(folder, sha256), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    } catch (fault) {
      if (codeOf(fault) === 'ENOENT') throw new StorageFault('missing', sha256);
      if (codeOf(fault) === 'ELOOP') throw new StorageFault('no-file', sha256, fault);
      throw fault;
    }
  }
}

const codeOf = (fault: unknown): unknown => (fault as { code?: unknown }).code;

const isMissing = async (folder: string): Promise<boolean> =>
  lstat(folder).then(
    () => false,
    (fault: unknown) => {
      if (codeOf(fault) === 'ENOENT') return true;
      throw fault;
    },
  );

const refuseLink = async (folder: string, sha256: string): Promise<void> => {
  if (!(await lstat(folder)).isDirectory()) throw new StorageFault('no-file', sha256);
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, O_RDONLY);
  await folder.sync().finally(() => folder.close());
};
