import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { labSessionLifecycle } from '@ennead/contracts';
import { hashTree, sortTree, sourcesOf } from '@ennead/domain';
import {
  Blob,
  LabSession,
  labSessions,
  LabSnapshot,
  readClock,
  transition,
  type TreeEntry,
} from '@ennead/persistence';
import sql from 'sql-template-tag';
import { DataSource, In, IsNull, LessThanOrEqual, type EntityManager, Not, Raw } from 'typeorm';
import { Clock } from '../clock.ts';

/** Stored contents may be shared: whoever adds a reference and whoever removes the unused keep apart by this lock. */
const blobLock = 7_420_001;
const keptSnapshots = 20;

const running = sourcesOf(labSessionLifecycle, 'hand-in');
const ungraded = sourcesOf(labSessionLifecycle, 'grade');

export type NewSnapshot = {
  readonly cause: LabSnapshot['cause'];
  readonly tree: readonly TreeEntry[];
  /** Contents that may not be stored yet, by digest. */
  readonly content: ReadonlyMap<string, Uint8Array>;
};

/** Lab sessions and their snapshots. Every write names the fence it was made under, and an older one is refused. */
@Injectable()
export class LabSessionStore {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What time it is by the database, to be shown. */
  now(): Date {
    return this.clock.now();
  }

  find(id: string): Promise<LabSession | null> {
    return this.db.manager.findOneBy(LabSession, { id });
  }

  /** The session, if it is open and its time is not up. */
  findOpen(id: string): Promise<LabSession | null> {
    const deadlineAt = Raw((column) => `${column} > clock()`);
    return this.db.manager.findOneBy(LabSession, { id, state: In(running), deadlineAt });
  }

  /** Open sessions that name a machine: after a restart, those to take up again. */
  findClaimed(): Promise<LabSession[]> {
    return this.db.manager.findBy(LabSession, { machineId: Not(IsNull()) });
  }

  /** Of these sessions, the ones that are open no more. */
  async findEnded(ids: readonly string[]): Promise<LabSession[]> {
    if (ids.length === 0) return [];
    return this.db.manager.findBy(LabSession, { id: In([...ids]), state: Not(In(running)) });
  }

  /** When these sessions end, those of them that are open. */
  async findDeadlines(ids: readonly string[]): Promise<Pick<LabSession, 'id' | 'deadlineAt'>[]> {
    if (ids.length === 0) return [];
    return this.db.manager.find(LabSession, {
      select: { id: true, deadlineAt: true },
      where: { id: In([...ids]), state: In(running) },
    });
  }

  findOverdue(): Promise<LabSession[]> {
    const deadlineAt = Raw((column) => `${column} <= clock()`);
    return this.db.manager.findBy(LabSession, { state: In(running), deadlineAt });
  }

  findUngraded(): Promise<LabSession[]> {
    return this.db.manager.findBy(LabSession, { state: In(ungraded) });
  }

  findSnapshot(id: string): Promise<LabSnapshot | null> {
    return this.db.manager.findOneBy(LabSnapshot, { id });
  }

  /** The contents of a tree, by digest. @throws Error when one is missing, which must not happen. */
  async readContents(tree: readonly TreeEntry[]): Promise<Map<string, Buffer>> {
    const digests = [...new Set(tree.map(({ sha256 }) => sha256))];
    const blobs = await this.db.manager.findBy(Blob, { sha256: In(digests) });
    if (blobs.length !== digests.length)
      throw new Error(`${digests.length - blobs.length} contents are missing`);
    return new Map(blobs.map(({ sha256, bytes }) => [sha256, bytes]));
  }

  /**
   * Makes a machine the session's own, unless another was claimed or work was stored since the session was read.
   * Returns the new fence, or null for the loser.
   */
  async claimMachine(session: LabSession, machineId: string): Promise<number | null> {
    const claimed = await this.db.manager
      .createQueryBuilder()
      .update(LabSession)
      .set({ machineId, fence: session.fence + 1 })
      .where('id = :id AND fence = :fence AND state IN (:...running)', { ...session, running })
      .andWhere('snapshot_id IS NOT DISTINCT FROM :snapshotId', { snapshotId: session.snapshotId })
      .execute();
    return claimed.affected === 1 ? session.fence + 1 : null;
  }

  /** Notes that a machine is gone. */
  async releaseMachine(id: string, machineId: string): Promise<void> {
    await this.db.manager.update(LabSession, { id, machineId }, { machineId: null });
  }

  /**
   * Stores a tree with its contents as the session's latest, in one transaction. Null when the session has moved on:
   * another fence, or a state that takes no such snapshot.
   */
  saveSnapshot(id: string, fence: number, snapshot: NewSnapshot): Promise<LabSnapshot | null> {
    return this.db.transaction(async (manager) => {
      const session = await manager.findOne(LabSession, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      const takenAt = await readClock(manager);
      if (!session || session.fence !== fence || !accepts(session, snapshot.cause, takenAt)) return null;
      await manager.query('SELECT pg_advisory_xact_lock_shared($1)', [blobLock]);
      await this.addContents(manager, snapshot);
      const tree = sortTree(snapshot.tree);
      const last = await manager.maximum(LabSnapshot, 'sequence', { labSessionId: id });
      const stored = await manager.save(
        manager.create(LabSnapshot, {
          labSessionId: id,
          sequence: (last ?? 0) + 1,
          cause: snapshot.cause,
          treeHash: hashTree(tree),
          tree,
          takenAt,
        }),
      );
      await manager.update(LabSession, { id }, { snapshotId: stored.id });
      await this.forgetOldest(manager, id, stored.sequence);
      return stored;
    });
  }

  /** Removes contents that no snapshot names any more. Returns how many. */
  removeUnusedContents(): Promise<number> {
    return this.db.transaction(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [blobLock]);
      const [, removed]: [unknown, number] = await manager.query(
        `DELETE FROM blob WHERE sha256 NOT IN
           (SELECT entry ->> 'sha256' FROM lab_snapshot, jsonb_array_elements(tree) AS entry)`,
      );
      return removed;
    });
  }

  /** Ends a session at its deadline. False when it was ended before. */
  async expire(session: LabSession): Promise<boolean> {
    const moved = await this.db.transaction((manager) =>
      transition(manager, labSessions, session.id, {
        event: 'expire',
        actorId: null,
        guards: { over: sql`deadline_at <= clock()` },
        set: { handedInAt: sql`deadline_at`, handInCause: 'expiry' },
        detail: { cause: 'expiry' },
      }),
    );
    return moved !== null;
  }

  private async addContents(manager: EntityManager, { content, tree }: NewSnapshot): Promise<void> {
    const digests = [...new Set(tree.map(({ sha256 }) => sha256))];
    for (const digest of digests) {
      const bytes = content.get(digest);
      if (bytes)
        await manager.query('INSERT INTO blob (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
          digest,
          Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        ]);
    }
    const stored = await manager.countBy(Blob, { sha256: In(digests) });
    if (stored !== digests.length) throw new Error('a snapshot names contents that are not stored');
  }

  private async forgetOldest(manager: EntityManager, labSessionId: string, newest: number): Promise<void> {
    await manager.delete(LabSnapshot, {
      labSessionId,
      sequence: LessThanOrEqual(newest - keptSnapshots),
      cause: In(['checkpoint', 'save']),
    });
  }
}

const accepts = ({ state, deadlineAt }: LabSession, cause: LabSnapshot['cause'], now: Date): boolean =>
  cause === 'hand-in' ? ungraded.includes(state) : running.includes(state) && deadlineAt > now;
