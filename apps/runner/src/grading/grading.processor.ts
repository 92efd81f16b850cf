import { OnQueueFailed, Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import { LabGradingJob, labGradingQueue } from '@ennead/contracts/internal';
import { inRequest, requestIdOf } from '@ennead/telemetry';
import type { Job } from 'bull';
import { GradingService } from './grading.service.ts';

const gradedAtOnce = 2;

@Processor(labGradingQueue)
export class GradingProcessor {
  private readonly logger = new Logger('Grading');

  constructor(private readonly grading: GradingService) {}

  @Process({ concurrency: gradedAtOnce })
  grade({ data }: Job<unknown>): Promise<void> {
    const { labSessionId, requestId } = LabGradingJob.parse(data);
    return inRequest(requestIdOf(requestId), () => this.grading.grade(labSessionId));
  }

  /** Bull tries again by itself; after its last try the session is marked, and the sweep begins another round. */
  @OnQueueFailed()
  noteFailure(job: Job<LabGradingJob>, fault: Error): Promise<void> {
    return inRequest(requestIdOf(job.data.requestId), () => this.note(job, fault));
  }

  private async note(job: Job<LabGradingJob>, fault: Error): Promise<void> {
    const { labSessionId } = job.data;
    this.logger.warn(`${labSessionId}, try ${job.attemptsMade}: ${fault.message}`);
    if (job.attemptsMade < (job.opts.attempts ?? 1)) return;
    await this.grading
      .noteStalled(labSessionId, fault.message)
      .catch((error: Error) => this.logger.error(error.message));
  }
}
