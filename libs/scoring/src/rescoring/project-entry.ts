import type { DimensionCode } from '@ennead/contracts';
import type { ContentBank, Score, ScoreRunLine } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { composeUpwards } from '../compose-upwards.ts';
import { findEntryRules } from '../entry-rules.ts';
import { findCurrent, newId, type NewScore, type Records } from '../score-records.ts';
import { rescorePart } from './rescore-part.ts';
import type { AffectedParts } from './find-affected.ts';
import type { ResolvedChange } from './resolve-change.ts';

export type Line = Omit<ScoreRunLine, 'runId' | 'entryId' | 'at'>;

/** What would be written for one entry, and what of it changes. */
export type Projection = {
  readonly entryId: string;
  readonly current: Records;
  readonly records: readonly NewScore[];
  readonly lines: readonly Line[];
  readonly gradeBefore: number | null;
  readonly gradeAfter: number | null;
};

type Context = { readonly manager: EntityManager; readonly bank: ContentBank };

/** Parts of the entry's own, scored by what the change brings into force. */
export const projectParts = async (
  { manager, bank }: Context,
  change: ResolvedChange,
  { entryId, partIds }: AffectedParts,
): Promise<Projection> => {
  const current = await findCurrent(manager, entryId);
  const records: NewScore[] = [];
  for (const partId of partIds)
    records.push(...(await rescorePart(manager, bank, change, current.get(partId)!)));
  return project({ manager, bank }, entryId, current, records);
};

/** A dimension that the entry carries over, when another record counts where it comes from. */
export const projectCarried = async (
  context: Context,
  entryId: string,
  dimension: DimensionCode,
  source: Pick<Score, 'id' | 'rawNum' | 'rawDen' | 'reportedCents'>,
): Promise<Projection> => {
  const current = await findCurrent(context.manager, entryId);
  const { ruleHash, satAt } = current.get(dimension)!;
  const { rawNum, rawDen, reportedCents } = source;
  const carried: NewScore = {
    id: newId(),
    kind: 'dimension',
    dimension,
    ruleHash,
    satAt,
    carriedFromId: source.id,
    rawNum,
    rawDen,
    reportedCents,
  };
  return project(context, entryId, current, [carried]);
};

const project = async (
  { manager, bank }: Context,
  entryId: string,
  current: Records,
  changed: readonly NewScore[],
): Promise<Projection> => {
  const rules = await findEntryRules(manager, bank, entryId);
  const context = { manager, bank, rules };
  const before = await composeUpwards(context, current, new Map());
  const placed = new Map(changed.flatMap((record) => withPlace(record)));
  const after = await composeUpwards(context, current, placed);
  const grades = { gradeBefore: before.grade, gradeAfter: after.grade };
  return {
    entryId,
    current,
    records: [...changed, ...after.added],
    lines: [...placed, ...after.added.flatMap(withPlace)].map(([place, record]) => {
      const present = current.get(place)!;
      const [valueBefore, valueAfter] = [valueOf(present), valueOf(record)];
      return { place, beforeId: present.id, valueBefore, valueAfter, ...grades };
    }),
    ...grades,
  };
};

/** A record with the place that it takes; answers and reviews take none. */
const withPlace = (record: NewScore): [string, NewScore][] => {
  const { kind, dimension, sessionPartId } = record;
  if (kind === 'response' || kind === 'review') return [];
  return [[kind === 'composite' ? kind : (dimension ?? sessionPartId!), record]];
};

/** Hundredths of a point; a composite's ten-thousandths. */
const valueOf = ({ reportedCents, rawNum }: Pick<Score, 'reportedCents' | 'rawNum'>): number =>
  reportedCents ?? Number(rawNum);
