import type { LabServerMessage } from '@ennead/contracts';
import { scoreChecks } from '@ennead/domain';
import { CheckRun } from '@ennead/persistence';
import { SandboxFault } from '@ennead/sandbox';
import type { DataSource } from 'typeorm';
import { judgeSuite } from '../grading/judge-suite.ts';
import { PlatformFault } from '../grading/platform-fault.ts';
import type { Connection } from '../lab-sessions/connection.ts';
import type { LiveLabSession } from '../lab-sessions/live-lab-session.ts';

const pauseMs = 5_000;

/** "Check my work": the visible suite, judged in the candidate's own machine, one run at a time, never a score. */
export class Checking {
  private running = false;
  private endedAt = -Infinity;

  constructor(
    private readonly session: LiveLabSession,
    private readonly db: DataSource,
  ) {}

  /** Sends what came of each case as it is known. @throws SandboxFault MACHINE_LOST */
  async run(requestId: string, connection: Connection): Promise<void> {
    if (this.running) return connection.send({ type: 'error', requestId, code: 'LAB_CHECK_BUSY' });
    const waitMs = this.endedAt + pauseMs - performance.now();
    if (waitMs > 0) {
      const retryAfterSec = Math.ceil(waitMs / 1000);
      return connection.send({ type: 'error', requestId, code: 'LAB_CHECK_TOO_OFTEN', retryAfterSec });
    }
    this.running = true;
    // Not awaited: a run takes its time, and other messages go on.
    this.check(requestId)
      .catch(() => this.session.send({ type: 'error', requestId, code: 'LAB_MACHINE_UNAVAILABLE' }))
      .finally(() => {
        this.running = false;
        this.endedAt = performance.now();
      });
  }

  /** The result of the last run, for a browser that has just come. */
  async last(): Promise<LabServerMessage | undefined> {
    const [run] = await this.db.manager.find(CheckRun, {
      where: { labSessionId: this.session.id },
      order: { ranAt: 'DESC' },
      take: 1,
    });
    return run && report(run, null);
  }

  private async check(requestId: string): Promise<void> {
    const { lab, visible } = this.session.lab;
    const cases = visible.checks.reduce((sum, check) => sum + check.cases.length, 0);
    this.session.send({ type: 'check.started', requestId, cases });
    const outcomes = await judgeSuite(visible, {
      machine: async () => {
        if (!this.session.machine) throw new SandboxFault('MACHINE_LOST');
        return this.session.machine;
      },
      spent: () => Promise.reject(new PlatformFault('the machine was lost')),
      alone: false,
      judged: (task, { id, passed, feedback }, { output }) =>
        this.session.send({
          type: 'check.case',
          requestId,
          task,
          case: id,
          passed,
          ...(feedback ? { feedback } : {}),
          output,
        }),
    });
    const { checks } = scoreChecks(lab.tasks, visible.checks, outcomes);
    const run = this.db.manager.create(CheckRun, {
      labSessionId: this.session.id,
      checks,
    });
    await this.db.manager.save(run);
    this.session.send(report(run, requestId));
  }
}

const report = ({ checks, ranAt }: CheckRun, requestId: string | null): LabServerMessage => ({
  type: 'check.done',
  requestId,
  ranAt: ranAt.toISOString(),
  checks,
  scoreCents: checks.reduce((sum, { earnedCents }) => sum + earnedCents, 0),
});
