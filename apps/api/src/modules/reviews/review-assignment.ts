import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { portfolioLifecycle } from '@ennead/contracts';
import { sourcesOf } from '@ennead/domain';
import { stateList } from '@ennead/persistence';
import { DataSource } from 'typeorm';
import { SubmissionListeners } from '../portfolios/submission-listeners.ts';
import { assignModerator, assignReviewers } from './assign-reviewers.ts';

const sweepEveryMs = 30_000;
const unassigned = stateList(portfolioLifecycle, ...sourcesOf(portfolioLifecycle, 'assign'));
const disputed = stateList(portfolioLifecycle, ...sourcesOf(portfolioLifecycle, 'adjudicate'));

/** Gives portfolios to reviewers: at once when one is submitted, and later when reviewers were too few. */
@Injectable()
export class ReviewAssignment implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger('Reviews');
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly submissions: SubmissionListeners,
  ) {}

  onModuleInit(): void {
    this.submissions.add(async (portfolioId) => {
      await this.db.transaction((manager) => assignReviewers(manager, portfolioId));
    });
    this.timer = setInterval(() => this.sweepQuietly(), sweepEveryMs);
    this.sweepQuietly();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** Assigns whatever still waits for reviewers or a moderator. */
  async sweep(): Promise<void> {
    const waiting = (await this.db.query(
      `SELECT portfolio.id FROM portfolio
       WHERE state IN (${unassigned}) OR (state IN (${disputed}) AND NOT EXISTS (
         SELECT FROM review JOIN portfolio_version version ON version.id = review.portfolio_version_id
         WHERE version.portfolio_id = portfolio.id AND review.kind = 'adjudication'))
       ORDER BY submitted_at`,
    )) as { id: string }[];
    for (const { id } of waiting)
      await this.db.transaction(async (manager) => {
        await assignReviewers(manager, id);
        await assignModerator(manager, id);
      });
  }

  private sweepQuietly(): void {
    this.running = this.running.then(() =>
      this.sweep().catch((fault: unknown) =>
        this.logger.warn(`Assigning waits for the next round: ${String(fault)}`),
      ),
    );
  }
}
