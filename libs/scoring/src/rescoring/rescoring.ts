import { Refusal, scoreRunLifecycle } from '@ennead/contracts';
import { PlannedChange } from '@ennead/contracts/internal';
import { sourcesOf, stateAfter } from '@ennead/domain';
import { type ContentBank, ScoreRun, scoreRuns, transition } from '@ennead/persistence';
import sql from 'sql-template-tag';
import { type DataSource } from 'typeorm';
import { applyEntry, type EntryOutcome, type Target } from './apply-entry.ts';
import { approveRun, type ApprovalOutcome, type Approver } from './approve-run.ts';
import { findAffected, findOutdatedCarries } from './find-affected.ts';
import { planRun, type Wanted } from './plan-run.ts';
import { refuseAsker } from './refuse-asker.ts';
import { refuseTiedToRun } from './refuse-tied.ts';
import { resolveChange } from './resolve-change.ts';
import { viewRun, type RunView } from './view-run.ts';

const underWay = sourcesOf(scoreRunLifecycle, 'apply');

/** What would change if another key or plan held, and making it so once a second person has agreed. */
export class Rescoring {
  constructor(
    private readonly db: DataSource,
    private readonly bank: ContentBank,
  ) {}

  /** A dry run: writes what would change, and changes nothing. @throws Refusal as `planRun` does */
  async plan(wanted: Wanted): Promise<RunView> {
    const { id } = await this.db.transaction((manager) => planRun(manager, this.bank, wanted));
    return this.view(id);
  }

  view(runId: string): Promise<RunView> {
    return viewRun(this.db.manager, runId);
  }

  /** Gives a run up that nobody has approved. @throws Refusal SCORE_RUN_CLOSED for any other; CELL_CONFLICT as `refuseTied` does */
  async drop(runId: string, actorId: string): Promise<void> {
    const dropped = await this.db.transaction(async (manager) => {
      await refuseTiedToRun(manager, actorId, runId);
      return transition(manager, scoreRuns, runId, { event: 'drop', actorId });
    });
    if (!dropped) throw new Refusal('SCORE_RUN_CLOSED');
  }

  /**
   * Applies a run that another person asked for: what it brings into force first, then entry by entry. What broke off
   * is taken up where it was by asking again, by whoever did not ask for it; what is applied stays as it is.
   *
   * @throws Refusal as `approveRun` does; SCORE_RUN_STALE where scores are not those that it was planned upon, and nothing
   *   was changed; SCORE_RUN_INCOMPLETE naming the entries that are not those it was approved upon, and only they were not
   */
  async apply(runId: string, approver: Approver): Promise<RunView> {
    const run = await this.db.manager.findOneByOrFail(ScoreRun, { id: runId });
    if (run.state === stateAfter(scoreRunLifecycle, 'apply')) return this.view(runId);
    if (underWay.includes(run.state)) refuseAsker(run, approver);
    else await this.approve(run, approver);
    const stale = await this.applyAll(run, approver.id);
    await this.finish(runId, approver.id, stale);
    if (stale.length > 0)
      throw new Refusal(
        'SCORE_RUN_INCOMPLETE',
        stale.map((entryId) => ({ path: 'entryId', message: entryId })),
      );
    return this.view(runId);
  }

  /** That a run has become stale is kept, and only then refused. */
  private async approve(run: ScoreRun, approver: Approver): Promise<void> {
    const outcome: ApprovalOutcome = await this.db.transaction((manager) =>
      approveRun(manager, this.bank, run, approver),
    );
    if (outcome === 'outdated') throw new Refusal('SCORE_RUN_STALE');
  }

  /** @returns the entries whose scores are no longer those that the run was approved upon */
  private async applyAll(run: ScoreRun, actorId: string): Promise<string[]> {
    const { manager } = this.db;
    const { change } = PlannedChange.parse(run.change);
    const resolved = await resolveChange(manager, this.bank, change);
    const parts = await findAffected(manager, resolved);
    const stale = await this.applyTo(run, parts, actorId);
    return [...stale, ...(await this.applyTo(run, await findOutdatedCarries(manager, resolved), actorId))];
  }

  private async applyTo(run: ScoreRun, targets: readonly Target[], actorId: string): Promise<string[]> {
    const stale: string[] = [];
    for (const target of targets) {
      const outcome: EntryOutcome = await this.db.transaction((manager) =>
        applyEntry(manager, this.bank, run, target, actorId),
      );
      if (outcome === 'stale') stale.push(target.entryId);
    }
    return stale;
  }

  private finish(runId: string, actorId: string, stale: readonly string[]): Promise<unknown> {
    return this.db.transaction((manager) =>
      stale.length === 0
        ? transition(manager, scoreRuns, runId, {
            event: 'apply',
            actorId,
            set: { appliedAt: sql`clock()` },
          })
        : transition(manager, scoreRuns, runId, { event: 'outdate', actorId, detail: { stale } }),
    );
  }
}
