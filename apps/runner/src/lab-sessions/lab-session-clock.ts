import { InjectQueue } from '@nestjs/bull';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { labGradingJobOptions, labGradingQueue, type LabGradingJob } from '@ennead/contracts/internal';
import type { LabSession } from '@ennead/persistence';
import type { Queue } from 'bull';
import { Clock } from '../clock.ts';
import { LiveLabSessions } from './live-lab-sessions.ts';
import { LabSessionStore } from './lab-session-store.ts';

const everyMs = 1_000;

/**
 * Ends lab sessions at their deadline, with the browser closed and Redis away too, and freezes those that were handed in:
 * the row in the database is what counts, not a message that may be lost.
 */
@Injectable()
export class LabSessionClock implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Clock');
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly clock: Clock,
    private readonly store: LabSessionStore,
    private readonly live: LiveLabSessions,
    @InjectQueue(labGradingQueue) private readonly queue: Queue<LabGradingJob>,
  ) {}

  onApplicationBootstrap(): void {
    this.wind();
  }

  onApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private wind(): void {
    this.timer = setTimeout(() => {
      this.tick()
        .catch((fault: Error) => this.logger.warn(fault.message))
        .finally(() => {
          if (!this.stopped) this.wind();
        });
    }, everyMs);
  }

  private async tick(): Promise<void> {
    await this.clock.refresh();
    await this.live.noteDeadlines();
    for (const session of await this.store.findOverdue()) {
      if (await this.store.expire(session)) this.enqueue(session);
    }
    for (const session of await this.store.findEnded(this.live.ids())) {
      this.live.freeze(session.id).then(
        // The server has done so too, unless it or Redis was away; the queue takes it once.
        () => this.enqueue(session),
        (fault: Error) => this.logger.warn(`${session.id} cannot be frozen yet: ${fault.message}`),
      );
    }
  }

  private enqueue({ id, gradingTries }: LabSession): void {
    this.queue
      .add({ labSessionId: id }, labGradingJobOptions(id, gradingTries))
      .catch((fault: Error) => this.logger.warn(`Grading of ${id} waits for the sweep: ${fault.message}`));
  }
}
