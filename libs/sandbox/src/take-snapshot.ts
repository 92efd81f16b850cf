import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { ScannedFile } from './agent-messages.ts';
import type { Machine } from './machine.ts';
import { SandboxFault } from './sandbox-fault.ts';

export type SnapshotCaps = {
  readonly maxFiles: number;
  readonly maxFileBytes: number;
  readonly maxTotalBytes: number;
};

export type SnapshotFile = {
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly executable: boolean;
};

export type Snapshot = {
  /** Stands for this very state of the tree; give it to the next scan. */
  readonly mark: string;
  /** By path, in code-unit order. */
  readonly files: readonly SnapshotFile[];
  /** Content that the caller did not know yet, by digest. */
  readonly content: ReadonlyMap<string, Buffer>;
  /** Entries left out: no regular file, or past a limit. */
  readonly skipped: number;
  /** False when the tree kept changing: each file is whole, but they may be from different moments. */
  readonly settled: boolean;
};

const quietMs = 300;
const patienceMs = 600;
const rounds = 3;

/**
 * Copies the regular files of a machine's workspace. A tree that was just written to is given a moment to come to
 * rest, so that a file in the middle of being rewritten is not kept empty; then it is read until two looks agree.
 * Only content with a digest that `isKnown` refuses is fetched, and digests are computed here, not taken over.
 * `stilled`: nothing runs in the machine any more, so one look is enough; it digests everything anew.
 */
export const takeSnapshot = async (
  machine: Machine,
  caps: SnapshotCaps,
  isKnown: (sha256: string) => boolean,
  options: { fresh?: boolean; stilled?: boolean } = {},
): Promise<Snapshot> => {
  const look = { maxFiles: caps.maxFiles, maxFileBytes: caps.maxFileBytes };
  let scan = await machine.scan({ ...look, fresh: options.fresh || options.stilled || false });
  const deadline = performance.now() + (options.stilled ? 0 : patienceMs);
  while (scan.quietMs < quietMs && performance.now() < deadline) {
    await pause(quietMs - scan.quietMs);
    scan = await machine.scan(look);
  }
  const content = new Map<string, Buffer>();
  for (let round = 1; ; round++) {
    const copy = await copyFiles(machine, scan.files ?? [], caps, isKnown, content);
    const again = options.stilled ? scan : await machine.scan({ ...look, mark: scan.mark });
    const settled = again.mark === scan.mark;
    if (settled || round === rounds)
      return { mark: scan.mark, ...copy, content, skipped: scan.skipped + copy.skipped, settled };
    scan = again;
  }
};

const copyFiles = async (
  machine: Machine,
  scanned: readonly ScannedFile[],
  caps: SnapshotCaps,
  isKnown: (sha256: string) => boolean,
  content: Map<string, Buffer>,
): Promise<{ files: SnapshotFile[]; skipped: number }> => {
  const files: SnapshotFile[] = [];
  let totalBytes = 0;
  for (const { path, sizeBytes, executable, sha256 } of scanned) {
    if (sizeBytes > caps.maxFileBytes || totalBytes + sizeBytes > caps.maxTotalBytes) continue;
    if (sha256 && (isKnown(sha256) || content.has(sha256))) {
      files.push({ path, sha256, sizeBytes, executable });
      totalBytes += sizeBytes;
      continue;
    }
    const bytes = await readIfThere(machine, path, caps.maxFileBytes);
    if (!bytes || totalBytes + bytes.length > caps.maxTotalBytes) continue;
    const digest = createHash('sha256').update(bytes).digest('hex');
    content.set(digest, bytes);
    files.push({ path, sha256: digest, sizeBytes: bytes.length, executable });
    totalBytes += bytes.length;
  }
  return { files, skipped: scanned.length - files.length };
};

const readIfThere = async (machine: Machine, path: string, maxBytes: number): Promise<Buffer | undefined> => {
  try {
    return await machine.readFile(path, maxBytes);
  } catch (error) {
    const lost = error instanceof SandboxFault && ['MACHINE_LOST', 'AGENT_SILENT'].includes(error.code);
    if (lost || !(error instanceof SandboxFault)) throw error;
    return undefined;
  }
};
