import { Injectable, Logger } from '@nestjs/common';

export type SubmissionListener = (portfolioId: string) => Promise<void>;

/** Tells what comes after portfolios that one was submitted, without portfolios knowing what that is. */
@Injectable()
export class SubmissionListeners {
  private readonly logger = new Logger('Portfolios');
  private readonly listeners: SubmissionListener[] = [];

  add(listener: SubmissionListener): void {
    this.listeners.push(listener);
  }

  /** The submission is committed already: a listener that fails has to catch up by itself. */
  async tell(portfolioId: string): Promise<void> {
    for (const listener of this.listeners)
      await listener(portfolioId).catch((fault: unknown) => this.logger.error(fault));
  }
}
