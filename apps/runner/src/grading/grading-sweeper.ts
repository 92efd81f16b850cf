import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { labGradingJobOptions, labGradingQueue, type LabGradingJob } from '@ennead/contracts/internal';
import type { Queue } from 'bull';
import { LabSessionStore } from '../lab-sessions/lab-session-store.ts';

const everyMs = 15_000;
const tidyEveryMs = 3_600_000;
const stalledPauseMs = 30_000;
const longestStalledPauseMs = 600_000;

/** Puts back into the queue what the queue lost, and begins another round for what could not be graded. */
@Injectable()
export class GradingSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Sweep');
  private timer: NodeJS.Timeout | undefined;
  private tidiedAt = Date.now();
  private stopped = false;

  constructor(
    private readonly store: LabSessionStore,
    @InjectQueue(labGradingQueue) private readonly queue: Queue<LabGradingJob>,
  ) {}

  onApplicationBootstrap(): void {
    this.wind(0);
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /** One round; returns how many lab sessions were put into the queue. */
  async sweep(): Promise<number> {
    let added = 0;
    for (const { id, gradingTries } of await this.store.findUngraded()) {
      const options = labGradingJobOptions(id, gradingTries);
      if (await this.queue.getJob(options.jobId)) continue;
      const delay = Math.min(stalledPauseMs * gradingTries, longestStalledPauseMs);
      await this.queue.add({ labSessionId: id }, { ...options, delay });
      added++;
    }
    return added;
  }

  private wind(pauseMs: number): void {
    this.timer = setTimeout(() => {
      this.round()
        .catch((fault: Error) => this.logger.warn(fault.message))
        .finally(() => {
          if (!this.stopped) this.wind(everyMs);
        });
    }, pauseMs);
  }

  private async round(): Promise<void> {
    const added = await this.sweep();
    if (added > 0) this.logger.log(`${added} lab sessions put back into the queue`);
    if (Date.now() - this.tidiedAt < tidyEveryMs) return;
    this.tidiedAt = Date.now();
    const removed = await this.store.removeUnusedContents();
    if (removed > 0) this.logger.log(`${removed} unused file contents removed`);
  }
}
