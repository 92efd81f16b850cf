import { compositePlace, scoreRunLifecycle } from '@ennead/contracts';
import { isLowered } from '@ennead/domain';
import { ScoreRun, ScoreRunLine } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findReopened } from './find-reopened.ts';
import { findDecided, opensAgain } from './reopen-raised.ts';

/** What a run would change or has changed, and what that means for entries that are decided. */
export type RunView = {
  readonly run: ScoreRun;
  readonly lines: readonly ScoreRunLine[];
  /** Decided entries whose grade rises above that of their decision, or comes back to it: they will be opened again, or were. */
  readonly raised: readonly string[];
  /** Entries whose granted grade their scores no longer reach: it stands until somebody withdraws it. */
  readonly toWithdraw: readonly string[];
};

export const viewRun = async (manager: EntityManager, runId: string): Promise<RunView> => {
  const run = await manager.findOneByOrFail(ScoreRun, { id: runId });
  const order = { entryId: 'ASC', place: 'ASC' } as const;
  const lines = await manager.find(ScoreRunLine, { where: { runId }, order });
  const raised = await findReopened(manager, runId);
  const isOver = scoreRunLifecycle.final.some((state) => state === run.state);
  const toWithdraw: string[] = [];
  for (const { entryId, gradeBefore, gradeAfter } of lines.filter(({ place }) => place === compositePlace)) {
    const decided = await findDecided(manager, entryId);
    if (!isOver && decided && opensAgain(decided, gradeBefore, gradeAfter)) raised.push(entryId);
    if (decided && isLowered(decided, gradeAfter)) toWithdraw.push(entryId);
  }
  return { run, lines, raised, toWithdraw };
};
