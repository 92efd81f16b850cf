import { createHash } from 'node:crypto';
import { hashTree } from '@ennead/domain';
import type { LabSnapshot, TreeEntry } from '@ennead/persistence';
import { type Machine, SandboxFault, Slots, takeSnapshot } from '@ennead/sandbox';
import { maxEditorBytes, type LabTreeFile } from '@ennead/contracts';
import type { HeldLab } from '../labs/labs.ts';
import { workspaceCaps } from '../labs/workspace-caps.ts';
import { moved, withFile, without } from './edit-tree.ts';
import { type StoredTree, starterTree } from './restore-tree.ts';
import type { LabSessionStore } from './lab-session-store.ts';
import { LabSessionEnded } from './lab-session-ended.ts';

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly sha256: string; readonly savedAt: Date }
  | { readonly kind: 'conflict'; readonly currentSha256: string | null; readonly content: string | null };
export type Seen = { readonly files: readonly LabTreeFile[]; readonly skipped: number };

const freshEveryMs = 60_000;

/**
 * The files of one lab session, in the store and in its machine. What a candidate saves is stored first and goes into the
 * machine after; what happens in the machine is stored by checkpoints. One thing at a time, so that a checkpoint that
 * began before a save cannot be stored after it.
 */
export class Workspace {
  private machine: Machine | undefined;
  private stored: readonly TreeEntry[] = [];
  private storedMark: string | undefined;
  private seenMark: string | undefined;
  private lastFreshAt = Date.now();
  private readonly turns = new Slots(1);
  /** Bytes of content stored so far. */
  storedBytes = 0;

  constructor(
    private readonly sessionId: string,
    private readonly lab: HeldLab,
    private readonly store: LabSessionStore,
    private fence: number,
  ) {}

  /** The latest stored files, the starter's when nothing was stored. */
  async load(snapshot: LabSnapshot | null): Promise<StoredTree> {
    if (!snapshot) return starterTree(this.lab.starter);
    return { tree: snapshot.tree, contents: await this.store.readContents(snapshot.tree) };
  }

  /** The machine to work with from now on; it holds the files of `tree` or newer ones. */
  use(machine: Machine | undefined, fence: number, tree: readonly TreeEntry[]): void {
    this.machine = machine;
    this.fence = fence;
    this.stored = tree;
    this.forgetMarks();
  }

  leave(): void {
    this.machine = undefined;
    this.forgetMarks();
  }

  /** A file's text, null when it is none, and its digest. @throws SandboxFault NOT_FOUND, NOT_REGULAR, TOO_LARGE */
  async readText(path: string): Promise<{ content: string | null; sha256: string }> {
    const bytes = await this.read(path);
    return { content: decodeText(bytes), sha256: digestOf(bytes) };
  }

  private async read(path: string): Promise<Buffer> {
    if (this.machine) return this.machine.readFile(path, maxEditorBytes);
    const entry = this.stored.find((file) => file.path === path);
    if (!entry) throw new SandboxFault('NOT_FOUND');
    if (entry.sizeBytes > maxEditorBytes) throw new SandboxFault('TOO_LARGE');
    return (await this.store.readContents([entry])).get(entry.sha256)!;
  }

  /** Stores, then writes. Never over what `base` does not know of. @throws SandboxFault, LabSessionEnded */
  save(path: string, content: Buffer, base: string | null): Promise<SaveOutcome> {
    return this.turns.use(async () => {
      const current = await this.digest(path);
      const sha256 = digestOf(content);
      if (current !== base && current !== sha256) return this.conflict(path, current);
      return this.put(path, content, current);
    });
  }

  /** An empty file where there is none. @throws SandboxFault EXISTS, LabSessionEnded */
  create(path: string): Promise<SaveOutcome> {
    return this.turns.use(async () => {
      if ((await this.digest(path)) !== null) throw new SandboxFault('EXISTS');
      return this.put(path, Buffer.alloc(0), null);
    });
  }

  private async put(path: string, content: Buffer, current: string | null): Promise<SaveOutcome> {
    const sha256 = digestOf(content);
    const executable = this.stored.find((file) => file.path === path)?.executable ?? false;
    const tree = withFile(this.stored, { path, sha256, sizeBytes: content.length, executable });
    this.checkRoom(tree);
    const { takenAt } = await this.keep('save', tree, new Map([[sha256, content]]));
    try {
      if (current !== sha256) await this.machine?.writeFile(path, content, { expect: current });
    } catch (error) {
      // What is stored and what is in the machine differ: the next checkpoint says which it is.
      this.forgetMarks();
      if (!(error instanceof SandboxFault)) throw error;
      if (error.code === 'CHANGED') return this.conflict(path, await this.digest(path));
      // A machine that is gone gets the file when it is restored.
      if (error.code !== 'MACHINE_LOST') throw error;
    }
    return { kind: 'saved', sha256, savedAt: takenAt };
  }

  remove(path: string): Promise<Date> {
    return this.edit(
      (machine) => machine.remove(path),
      (tree) => without(tree, path),
    );
  }

  rename(path: string, newPath: string): Promise<Date> {
    return this.edit(
      (machine) => machine.rename(path, newPath),
      (tree) => moved(tree, path, newPath),
    );
  }

  /** The tree as it is now; undefined when it is as it was at the last look. */
  async look(always = false): Promise<Seen | undefined> {
    if (!this.machine) return always ? { files: this.stored, skipped: 0 } : undefined;
    const { maxFiles, maxFileBytes } = workspaceCaps(this.lab.lab.limits);
    const mark = always ? {} : { mark: this.seenMark ?? '' };
    const scan = await this.machine.scan({ ...mark, maxFiles, maxFileBytes });
    this.seenMark = scan.mark;
    return scan.files && { files: scan.files, skipped: scan.skipped };
  }

  get isBehind(): boolean {
    return this.machine !== undefined && (this.seenMark !== this.storedMark || this.wantsFreshLook);
  }

  /**
   * Stores what the machine holds. Undefined when there is no machine. `stilled`: nothing runs in it any more.
   *
   * @throws SandboxFault, LabSessionEnded
   */
  checkpoint(cause: 'checkpoint' | 'hand-in'): Promise<{ takenAt: Date; skipped: number } | undefined> {
    return this.turns.use(async () => {
      if (!this.machine) return undefined;
      const known = new Set(this.stored.map(({ sha256 }) => sha256));
      const fresh = this.wantsFreshLook;
      const caps = workspaceCaps(this.lab.lab.limits);
      const how = { fresh, stilled: cause === 'hand-in' };
      const snapshot = await takeSnapshot(this.machine, caps, (digest) => known.has(digest), how);
      if (fresh) this.lastFreshAt = Date.now();
      const unchanged = cause === 'checkpoint' && hashTree(snapshot.files) === hashTree(this.stored);
      const takenAt = unchanged
        ? this.store.now()
        : (await this.keep(cause, snapshot.files, snapshot.content)).takenAt;
      this.storedMark = snapshot.mark;
      return { takenAt, skipped: snapshot.skipped };
    });
  }

  /** Stores the starter as the first snapshot. */
  async keepStarter(): Promise<void> {
    const { tree, contents } = starterTree(this.lab.starter);
    await this.keep('starter', tree, contents);
  }

  /** A write through a memory map moves no mark. */
  private get wantsFreshLook(): boolean {
    return Date.now() - this.lastFreshAt > freshEveryMs;
  }

  private edit(
    act: (machine: Machine) => Promise<void>,
    change: (tree: readonly TreeEntry[]) => TreeEntry[],
  ): Promise<Date> {
    return this.turns.use(async () => {
      if (this.machine) await act(this.machine);
      return (await this.keep('save', change(this.stored), new Map())).takenAt;
    });
  }

  private async keep(
    cause: LabSnapshot['cause'],
    tree: readonly TreeEntry[],
    content: ReadonlyMap<string, Uint8Array>,
  ): Promise<LabSnapshot> {
    const snapshot = await this.store.saveSnapshot(this.sessionId, this.fence, { cause, tree, content });
    if (!snapshot) throw new LabSessionEnded();
    this.stored = snapshot.tree;
    for (const bytes of content.values()) this.storedBytes += bytes.length;
    return snapshot;
  }

  private async digest(path: string): Promise<string | null> {
    if (this.machine) return this.machine.digest(path);
    return this.stored.find((file) => file.path === path)?.sha256 ?? null;
  }

  private async conflict(path: string, currentSha256: string | null): Promise<SaveOutcome> {
    if (currentSha256 === null) return { kind: 'conflict', currentSha256, content: null };
    const now = await this.readText(path).catch(() => ({ content: null, sha256: currentSha256 }));
    return { kind: 'conflict', currentSha256: now.sha256, content: now.content };
  }

  /** Without a machine nothing else refuses what would not fit into one. */
  private checkRoom(tree: readonly TreeEntry[]): void {
    const { maxTotalBytes, maxFiles } = workspaceCaps(this.lab.lab.limits);
    const bytes = tree.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    if (bytes > maxTotalBytes || tree.length > maxFiles) throw new SandboxFault('NO_SPACE');
  }

  private forgetMarks(): void {
    this.storedMark = undefined;
    this.seenMark = undefined;
  }
}

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Null for what is not UTF-8, or has bytes that no text has. */
const decodeText = (bytes: Buffer): string | null => {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};
