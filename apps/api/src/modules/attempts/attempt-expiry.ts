import { InjectQueue, Process, Processor } from '@nestjs/bull';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { saveGraceSec } from '@ennead/contracts';
import type { Attempt } from '@ennead/persistence';
import type { Job, Queue } from 'bull';
import { SubmissionsService } from './submissions.service.ts';

export const attemptExpiryQueue = 'attempt-expiry';

const sweepEveryMs = 10_000;
const sweepAtMost = 500;

/**
 * Hands attempts in when their time is up. A delayed job per attempt is the alarm clock; the database holds the
 * truth, and a sweep does what a Redis that was away, killed or emptied has forgotten.
 */
@Processor(attemptExpiryQueue)
export class AttemptExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AttemptExpiry.name);
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();
  private idle = true;

  constructor(
    private readonly submissions: SubmissionsService,
    @InjectQueue(attemptExpiryQueue) private readonly queue: Queue<{ attemptId: string }>,
  ) {}

  /** Never waits for Redis and never fails; one job per attempt however often it is called. */
  schedule({ id, deadlineAt }: Pick<Attempt, 'id' | 'deadlineAt'>, now: Date): void {
    const delay = Math.max(0, deadlineAt.getTime() - now.getTime()) + saveGraceSec * 1000;
    void this.queue
      .add(
        { attemptId: id },
        { jobId: id, delay, attempts: 5, backoff: 1000, removeOnComplete: true, removeOnFail: true },
      )
      .catch((fault: unknown) =>
        this.logger.warn(`The expiry of ${id} is left to the sweep: ${String(fault)}`),
      );
  }

  @Process()
  async expire({ data }: Job<{ attemptId: string }>): Promise<void> {
    await this.submissions.finish(data.attemptId);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.sweep(), sweepEveryMs);
    this.sweep();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  private sweep(): void {
    if (!this.idle) return;
    this.idle = false;
    this.sweeping = this.finishAll()
      .catch((fault: unknown) =>
        this.logger.warn(`The sweep failed and will be tried again: ${String(fault)}`),
      )
      .finally(() => {
        this.idle = true;
      });
  }

  private async finishAll(): Promise<void> {
    for (const id of await this.submissions.findUnfinished(sweepAtMost)) {
      await this.submissions
        .finish(id)
        .catch((fault: unknown) =>
          this.logger.error(`Attempt ${id} could not be finished: ${String(fault)}`),
        );
    }
  }
}
