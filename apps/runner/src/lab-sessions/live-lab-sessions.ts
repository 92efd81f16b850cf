import { Injectable, Logger } from '@nestjs/common';
import type { LabSession } from '@ennead/persistence';
import { Labs } from '../labs/labs.ts';
import { LabFleet } from '../labs/lab-fleet.ts';
import { LiveLabSession } from './live-lab-session.ts';
import { starterTree } from './restore-tree.ts';
import { LabSessionStore } from './lab-session-store.ts';

/** The lab sessions that have a machine or a browser on this host. */
@Injectable()
export class LiveLabSessions {
  private readonly logger = new Logger('LabSessions');
  private readonly live = new Map<string, LiveLabSession>();
  private readonly freezing = new Map<string, Promise<void>>();

  constructor(
    private readonly labs: Labs,
    private readonly store: LabSessionStore,
    private readonly fleet: LabFleet,
  ) {}

  get count(): number {
    return this.live.size;
  }

  ids(): string[] {
    return [...this.live.keys()];
  }

  /** The live session of an open row; undefined when it is not open or past its deadline. */
  async open(id: string): Promise<LiveLabSession | undefined> {
    const row = await this.store.findOpen(id);
    return row ? this.of(row) : undefined;
  }

  /** Who works here is told where the end of their session was moved. */
  async noteDeadlines(): Promise<void> {
    for (const { id, deadlineAt } of await this.store.findDeadlines(this.ids()))
      this.live.get(id)?.noteDeadline(deadlineAt);
  }

  /** Takes up the machines that an earlier process left to sessions. Returns the ids of those that live. */
  async takeUp(): Promise<Set<string>> {
    const machines = new Set<string>();
    for (const row of await this.store.findClaimed()) {
      // Its machine is kept from being swept even when the engine does not answer now.
      if (row.machineId) machines.add(row.machineId);
      try {
        await (await this.of(row)).takeUp();
      } catch (error) {
        this.logger.warn(`${row.id} is taken up later: ${(error as Error).message}`);
      }
    }
    return machines;
  }

  /** Freezes a session's work, wherever it stands; once at a time. @throws Error to be tried again */
  freeze(id: string): Promise<void> {
    const running = this.freezing.get(id) ?? this.freezeNow(id).finally(() => this.freezing.delete(id));
    this.freezing.set(id, running);
    return running;
  }

  /** A session that has neither machine nor browser is forgotten. */
  forgetIdle(id: string): void {
    const session = this.live.get(id);
    if (session && !session.isConnected && !session.machine) this.live.delete(id);
  }

  async shutDown(): Promise<void> {
    await Promise.allSettled([...this.live.values()].map((session) => session.shutDown()));
    this.live.clear();
  }

  private async freezeNow(id: string): Promise<void> {
    const row = await this.store.find(id);
    const session = row && (await this.of(row));
    if (!session) return;
    await session.freeze();
    this.live.delete(id);
    // Work that was never begun is handed in as it was given out.
    const frozen = await this.store.find(id);
    if (!frozen || frozen.snapshotId !== null) return;
    const { tree, contents } = starterTree(session.lab.starter);
    await this.store.saveSnapshot(id, frozen.fence, { cause: 'hand-in', tree, content: contents });
  }

  private async of(row: LabSession): Promise<LiveLabSession> {
    const known = this.live.get(row.id);
    if (known) return known;
    const lab = await this.labs.find(row.labHash);
    // Whoever asked at the same time may have been first.
    const session = this.live.get(row.id) ?? new LiveLabSession(row, lab, this.store, this.fleet);
    this.live.set(row.id, session);
    return session;
  }
}
