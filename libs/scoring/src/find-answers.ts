import type { ExactScore } from '@ennead/contracts';
import type { WeighedShare } from '@ennead/domain';
import { Score } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { ResponseDetail } from './attempt-records.ts';
import { findRecords, rawOf } from './score-records.ts';

/** How one answer of a scored sitting fared, as it was recorded. */
export type ScoredAnswer = WeighedShare &
  ResponseDetail & { readonly itemId: string; readonly exact: ExactScore };

/** The answers that the record of a sitting was computed from, in the order of its form. */
export const findAnswers = async (manager: EntityManager, scoreId: string): Promise<ScoredAnswer[]> => {
  const { inputIds } = await manager.findOneByOrFail(Score, { id: scoreId, kind: 'attempt' });
  return (await findRecords(manager, inputIds)).map(viewAnswer);
};

export const viewAnswer = (record: Score): ScoredAnswer => ({
  itemId: record.itemId!,
  raw: rawOf(record),
  exact: { num: record.rawNum, den: record.rawDen },
  ...ResponseDetail.parse(record.detail),
});
