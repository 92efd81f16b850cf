import { Refusal, type ScoreCause } from '@ennead/contracts';
import type { PlannedChange, ScoreChange } from '@ennead/contracts/internal';
import { create, ScoreRunLine, scoreRuns, type ContentBank, type ScoreRun } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { findAffected, findCarriers, findOutdatedCarries } from './find-affected.ts';
import { findRecords } from '../score-records.ts';
import { projectCarried, projectParts, type Projection } from './project-entry.ts';
import { refuseTied } from './refuse-tied.ts';
import { resolveChange, type ResolvedChange } from './resolve-change.ts';

export type Wanted = {
  readonly change: ScoreChange;
  readonly cause: Extract<ScoreCause, 'rescore' | 'appeal' | 'correction'>;
  readonly reason: string;
  readonly askedBy: string;
};

/**
 * Draws up what would change if: a run with its lines, and nothing else.
 * @throws Refusal SCORE_CHANGE_UNFIT, SCORE_CHANGE_UNKNOWN, SCORE_CHANGE_EMPTY; CELL_CONFLICT as `refuseTied` does
 */
export const planRun = async (
  manager: EntityManager,
  bank: ContentBank,
  { change, cause, reason, askedBy }: Wanted,
): Promise<ScoreRun> => {
  const resolved = await resolveChange(manager, bank, change);
  const projections = await projectAll(manager, bank, resolved);
  if (projections.length === 0) throw new Refusal('SCORE_CHANGE_EMPTY');
  await refuseTied(
    manager,
    askedBy,
    projections.map(({ entryId }) => entryId),
  );
  const { body: _, ...holding } = resolved;
  const planned: PlannedChange = { change, holding };
  const run = await create(manager, scoreRuns, {
    event: 'plan',
    actorId: askedBy,
    values: { cause, change: planned, reason, askedBy },
    detail: { cause, kind: change.kind, reason, entries: projections.length },
  });
  for (const projection of projections) await addLines(manager, run!.id, projection);
  return run!;
};

/** Lines are only ever added: those of entries that were scored after the run was planned come in when it is applied. */
export const addLines = (
  manager: EntityManager,
  runId: string,
  { entryId, lines }: Pick<Projection, 'entryId' | 'lines'>,
): Promise<unknown> =>
  manager.insert(
    ScoreRunLine,
    lines.map((line) => ({ ...line, runId, entryId })),
  );

/**
 * Entries whose own part changes, and then those that carry a dimension over from one of them; and whoever carries over what a
 * run before replaced where it was sat, and did not reach here.
 */
const projectAll = async (
  manager: EntityManager,
  bank: ContentBank,
  resolved: ResolvedChange,
): Promise<Projection[]> => {
  const context = { manager, bank };
  const projections: Projection[] = [];
  const isThere = (id: string) => projections.some(({ entryId }) => entryId === id);
  for (const affected of await findAffected(manager, resolved))
    projections.push(await projectParts(context, resolved, affected));
  for (const { current, records } of [...projections])
    for (const record of records) {
      const before = record.kind === 'dimension' && current.get(record.dimension!);
      if (!before) continue;
      for (const carrier of await findCarriers(manager, before.id))
        if (!isThere(carrier))
          projections.push(await projectCarried(context, carrier, record.dimension!, record));
    }
  for (const { entryId, dimension, sourceId } of await findOutdatedCarries(manager, resolved)) {
    const [source] = await findRecords(manager, [sourceId]);
    if (!isThere(entryId)) projections.push(await projectCarried(context, entryId, dimension, source!));
  }
  return projections;
};
