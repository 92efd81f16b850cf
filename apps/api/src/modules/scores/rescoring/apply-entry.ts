import { PlannedChange } from '@ennead/contracts/internal';
import { recordAudit, ScoreRunLine, type ContentBank, type ScoreRun } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { lockForScoring } from '../lock-for-scoring.ts';
import { addRecords, findRecords } from '../score-records.ts';
import type { AffectedCarry, AffectedParts } from './find-affected.ts';
import { addLines } from './plan-run.ts';
import { projectCarried, projectParts, type Line, type Projection } from './project-entry.ts';
import { reopenRaised } from './reopen-raised.ts';
import { resolveChange, type ResolvedChange } from './resolve-change.ts';

export type Target = AffectedParts | AffectedCarry;
/** `stale`: the entry's scores are not those that were approved, and stay as they are. */
export type EntryOutcome = 'changed' | 'reopened' | 'stale';

/**
 * Applies a run to one entry, in a transaction of its own: adds the records, lets them count, and opens the entry again
 * where its grade rose. An entry that was scored after the run was planned gets its lines now.
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
  const { change, hash } = PlannedChange.parse(run.change);
  const resolved = await resolveChange(manager, bank, change);
  if (resolved.hash !== hash || !(await isInForce(manager, bank, resolved))) return 'stale';
  const projection = await projectTarget(manager, bank, resolved, target);
  const lines = await manager.findBy(ScoreRunLine, { runId: run.id, entryId });
  if (lines.length > 0 && !isSame(lines, projection.lines)) return 'stale';
  if (lines.length === 0) await addLines(manager, run.id, projection);
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

/** Another run may have moved on meanwhile what this one brought into force. */
const isInForce = async (
  manager: EntityManager,
  bank: ContentBank,
  { kind, scope, ofHash, hash }: ResolvedChange,
): Promise<boolean> => (await bank.inForceOf([ofHash], kind, scope, manager)).get(ofHash) === hash;

const projectTarget = async (
  manager: EntityManager,
  bank: ContentBank,
  resolved: ResolvedChange,
  target: Target,
): Promise<Projection> => {
  const context = { manager, bank };
  if ('partIds' in target) return projectParts(context, resolved, target);
  const [source] = await findRecords(manager, [target.sourceId]);
  return projectCarried(context, target.entryId, target.dimension, source!);
};

/** Whether what would be written is exactly what was approved, upon exactly the records that it was approved upon. */
const isSame = (approved: readonly Line[], now: readonly Line[]): boolean =>
  approved.length === now.length &&
  now.every((line) => approved.some((one) => keysOf(line).every((key) => one[key] === line[key])));

const keysOf = (line: Line) => Object.keys(line) as (keyof Line)[];
