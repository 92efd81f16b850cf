import type { LabFile } from '@ennead/contracts/internal';
import type { TreeEntry } from '@ennead/persistence';
import type { Machine } from '@ennead/sandbox';
import { createHash } from 'node:crypto';

export type StoredTree = {
  readonly tree: readonly TreeEntry[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The starter files as a tree with contents. */
export const starterTree = (starter: readonly LabFile[]): StoredTree => {
  const files = starter.map(({ path, bytes, executable }) => ({
    path,
    bytes,
    executable,
    sha256: digestOf(bytes),
  }));
  return {
    tree: files.map(({ path, sha256, bytes, executable }) => ({
      path,
      sha256,
      sizeBytes: bytes.length,
      executable,
    })),
    contents: new Map(files.map(({ sha256, bytes }) => [sha256, bytes])),
  };
};

/** Makes a machine that holds the files of `present` hold exactly those of `wanted`. @throws SandboxFault */
export const restoreTree = async (
  machine: Machine,
  present: readonly TreeEntry[],
  wanted: StoredTree,
): Promise<void> => {
  const kept = new Map(wanted.tree.map((file) => [file.path, file]));
  const there = new Map(present.map((file) => [file.path, file]));
  for (const { path } of present) if (!kept.has(path)) await machine.remove(path);
  for (const { path, sha256, executable } of wanted.tree) {
    const before = there.get(path);
    if (before?.sha256 === sha256 && before.executable === executable) continue;
    const bytes = wanted.contents.get(sha256);
    if (!bytes || digestOf(bytes) !== sha256)
      throw new Error(`the stored content of ${path} is not what it was`);
    await machine.writeFile(path, bytes, { executable });
  }
};
