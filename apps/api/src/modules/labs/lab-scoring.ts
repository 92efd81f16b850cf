import { Process, Processor } from '@nestjs/bull';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { labSessionLifecycle } from '@ennead/contracts';
import { LabGradingJob, labScoringQueue } from '@ennead/contracts/internal';
import { LabSession, stateList } from '@ennead/persistence';
import type { Job } from 'bull';
import { DataSource } from 'typeorm';
import { lockForScoring } from '../scores/lock-for-scoring.ts';
import { ScoresService } from '../scores/scores.service.ts';

const sweepEveryMs = 10_000;
const sweepAtMost = 500;
const gradedStates = stateList(labSessionLifecycle, 'graded');

/**
 * Records what a graded lab is worth. The lab host writes verdicts and nothing else; its job is the trigger, and a
 * sweep finds what a Redis that was away has forgotten.
 */
@Processor(labScoringQueue)
export class LabScoring implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Scores');
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly scores: ScoresService,
  ) {}

  /** Doing it again, or twice at a time, records nothing more; so does asking for what is not graded, or not here. */
  async score(labSessionId: string): Promise<void> {
    const found = await this.db.manager.findOneBy(LabSession, { id: labSessionId });
    if (!found) return;
    await this.db.transaction(async (manager) => {
      await lockForScoring(manager, found.entryId);
      const lab = await manager.findOneByOrFail(LabSession, { id: labSessionId });
      if (lab.state !== 'graded' || lab.scoredAt !== null) return;
      await this.scores.recordVerdict(manager, lab);
      await manager.query('UPDATE lab_session SET scored_at = clock() WHERE id = $1', [labSessionId]);
    });
  }

  @Process()
  async take({ data }: Job<unknown>): Promise<void> {
    await this.score(LabGradingJob.parse(data).labSessionId);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.sweepQuietly(), sweepEveryMs);
    this.sweepQuietly();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.sweeping;
  }

  /** Scores whatever is graded and has no score; oldest first. */
  async sweep(): Promise<void> {
    const waiting: { id: string }[] = await this.db.query(
      `SELECT id FROM lab_session WHERE graded_at IS NOT NULL AND scored_at IS NULL AND state IN (${gradedStates})
       ORDER BY graded_at LIMIT $1`,
      [sweepAtMost],
    );
    for (const { id } of waiting)
      await this.score(id).catch((fault: unknown) =>
        this.logger.error(`Lab ${id} could not be scored: ${String(fault)}`),
      );
  }

  private sweepQuietly(): void {
    this.sweeping = this.sweeping.then(() =>
      this.sweep().catch((fault: unknown) =>
        this.logger.warn(`The sweep failed and will be tried again: ${String(fault)}`),
      ),
    );
  }
}
