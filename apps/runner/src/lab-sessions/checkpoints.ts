import type { LabServerMessage } from '@ennead/contracts';
import type { Workspace } from './workspace.ts';

export type CheckpointListener = {
  readonly send: (message: LabServerMessage) => void;
  /** Whether a browser wants to see changes soon. */
  readonly isWatched: () => boolean;
  readonly failed: (fault: unknown) => void;
};

const watchedLookMs = 1_500;
const unwatchedLookMs = 4_000;
const leastPauseMs = 5_000;
const freeBytes = 64 * 1024 * 1024;
/** Whoever rewrites large files all the time is stored less often, so that the database cannot be filled. */
const bytesPerSecond = 128 * 1024;

/** Looks at a workspace regularly, tells of changes, and stores them soon after: nothing older than 8 s is lost. */
export class Checkpoints {
  private timer: NodeJS.Timeout | undefined;
  private lastAt = 0;
  private startedAt = Date.now();
  private running = false;

  constructor(
    private readonly workspace: Workspace,
    private readonly listener: CheckpointListener,
  ) {}

  start(): void {
    this.running = true;
    this.schedule(0);
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
  }

  /** Shows the tree to a browser that has just come. */
  lookNow(): void {
    this.look(true).catch((fault: unknown) => this.listener.failed(fault));
  }

  private schedule(pauseMs: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.tick()
        .catch((fault: unknown) => this.listener.failed(fault))
        .finally(() => {
          if (this.running) this.schedule(this.listener.isWatched() ? watchedLookMs : unwatchedLookMs);
        });
    }, pauseMs);
  }

  private async tick(): Promise<void> {
    await this.look(false);
    if (!this.running || !this.workspace.isBehind || !this.isDue()) return;
    const done = await this.workspace.checkpoint('checkpoint');
    this.lastAt = Date.now();
    if (done)
      this.listener.send({
        type: 'checkpoint',
        takenAt: done.takenAt.toISOString(),
        skippedFiles: done.skipped,
      });
  }

  private async look(always: boolean): Promise<void> {
    const seen = await this.workspace.look(always);
    if (seen) this.listener.send({ type: 'tree', files: [...seen.files], skipped: seen.skipped });
  }

  private isDue(): boolean {
    const now = Date.now();
    const paidUntil =
      this.startedAt + (Math.max(0, this.workspace.storedBytes - freeBytes) / bytesPerSecond) * 1000;
    return now - this.lastAt >= leastPauseMs && now >= paidUntil;
  }
}
