import { compositePlace, type DimensionCode, type EvidenceFault } from '@ennead/contracts';
import {
  compareFractions,
  composeResult,
  dimensions,
  scoreDimensions,
  type DimensionScore,
} from '@ennead/domain';
import { EntryScore, Score, type ContentBank } from '@ennead/persistence';
import { findCurrent, findEntryRules, rawOf, readConversion, type Records } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';

/**
 * Dimensions whose record is not what the records of their parts come to, or is not what it was carried over from; all
 * of them where the composite is not theirs.
 */
export const findSumFaults = async (
  manager: EntityManager,
  bank: ContentBank,
  entryId: string,
): Promise<EvidenceFault[]> => {
  const rules = await findEntryRules(manager, bank, entryId);
  const current = await findCurrent(manager, entryId);
  const parts = [];
  for (const { id, dimension, weight } of rules.parts) {
    const record = current.get(id);
    const conversion = await readConversion(manager, bank, record?.conversionHash ?? null);
    parts.push({ dimension, weight, raw: record ? rawOf(record) : null, conversion });
  }
  const scores = scoreDimensions(parts, await readCarried(manager, current));
  const composite = composeResult(rules.scheme, rules.level, {
    knowledge: current.get('knowledge')?.reportedCents ?? null,
    skills: current.get('skills')?.reportedCents ?? null,
    practice: current.get('practice')?.reportedCents ?? null,
  }).compositeTenThousandths;
  const recorded = current.get(compositePlace)?.rawNum ?? null;
  if (recorded !== (composite === null ? null : String(composite))) return dimensions.map(asFault);
  return dimensions.filter((dimension) => !isSame(current.get(dimension), scores[dimension])).map(asFault);
};

const asFault = (dimension: DimensionCode): EvidenceFault => ({ dimension, partId: null, because: 'sum' });

const isSame = (record: Score | undefined, score: DimensionScore | null): boolean => {
  if (!record || !score) return !record && !score;
  return record.reportedCents === score.cents && compareFractions(rawOf(record), score.raw) === 0;
};

/** What was carried over, as the entry that it comes from has it now. */
const readCarried = async (
  manager: EntityManager,
  current: Records,
): Promise<Partial<Record<DimensionCode, DimensionScore>>> => {
  const carried: Partial<Record<DimensionCode, DimensionScore>> = {};
  for (const dimension of dimensions) {
    const { carriedFromId } = current.get(dimension) ?? {};
    const source = carriedFromId && (await manager.findOneBy(Score, { id: carriedFromId, dimension }));
    const counts = source && (await manager.existsBy(EntryScore, { scoreId: source.id }));
    if (source && counts) carried[dimension] = { raw: rawOf(source), cents: source.reportedCents! };
  }
  return carried;
};
