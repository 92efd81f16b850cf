import { PlannedChange } from '@ennead/contracts/internal';
import { recordAudit, ScoreRunLine, type ContentBank, type ScoreRun } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { lockForScoring } from '../lock-for-scoring.ts';
import { addRecords, findRecords } from '../score-records.ts';
import { carriesFrom, type AffectedCarry, type AffectedParts } from './find-affected.ts';
import { addLines } from './plan-run.ts';
import { projectCarried, projectParts, type Line, type Projection } from './project-entry.ts';
import { reopenRaised } from './reopen-raised.ts';
import { resolveChange, type ResolvedChange } from './resolve-change.ts';

export type Target = AffectedParts | AffectedCarry;
/**
 * `stale`: what was approved for the entry no longer counts there, and its scores stay as they are. `unaffected`: it carries over
 * nothing any more that the run is about.
 */
export type EntryOutcome = 'changed' | 'reopened' | 'stale' | 'unaffected';

/**
 * Applies a run to one entry, in a transaction of its own: adds the records, lets them count, and opens the entry again
 * where its grade rose. What came to count after the run was approved, an entry or a sum above what was approved, gets its
 * lines now.
 */
export const applyEntry = async (
  manager: EntityManager,
  bank: ContentBank,
  run: ScoreRun,
  target: Target,
  actorId: string,
): Promise<EntryOutcome> => {
  const { entryId } = target;
  await lockForScoring(manager, entryId);
  const { change } = PlannedChange.parse(run.change);
  const projection = await projectTarget(manager, bank, await resolveChange(manager, bank, change), target);
  if (!projection) return 'unaffected';
  const approved = await manager.findBy(ScoreRunLine, { runId: run.id, entryId });
  if (!approved.every((line) => projection.lines.some((now) => isSame(line, now)))) return 'stale';
  const lines = projection.lines.filter(({ place }) => approved.every((line) => line.place !== place));
  await addLines(manager, run.id, { entryId, lines });
  await addRecords(manager, { runId: run.id, entryId }, projection.records);
  await recordAudit(manager, {
    actorId,
    action: 'score.changed',
    subjectKind: 'score-run',
    subjectId: run.id,
    entryId,
    detail: {
      runId: run.id,
      changes: projection.lines.map(({ place, valueBefore, valueAfter }) => ({
        place,
        valueBefore,
        valueAfter,
      })),
    },
  });
  const reopened = await reopenRaised(manager, projection, { runId: run.id, actorId });
  return reopened ? 'reopened' : 'changed';
};

const projectTarget = async (
  manager: EntityManager,
  bank: ContentBank,
  resolved: ResolvedChange,
  target: Target,
): Promise<Projection | null> => {
  const context = { manager, bank };
  if ('partIds' in target) return projectParts(context, resolved, target);
  const [source] = await findRecords(manager, [target.sourceId]);
  // Looked for before the entry was locked: it may have been given up, or sat, meanwhile.
  if (!(await carriesFrom(manager, target, source!))) return null;
  return projectCarried(context, target.entryId, target.dimension, source!);
};

const weighed = ['place', 'beforeId', 'valueBefore', 'valueAfter'] as const;

/**
 * Whether what would be written is exactly what was approved, upon exactly the record that it was approved upon. The grade
 * follows from the scores, and there is none before the last of them.
 */
const isSame = (approved: Line, now: Line): boolean => weighed.every((key) => approved[key] === now[key]);
