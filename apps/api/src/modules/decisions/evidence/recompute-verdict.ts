import type { ContentBank, LabSession, Score, Verdict } from '@ennead/persistence';
import { findPlan, verdictShare } from '@ennead/scoring';
import type { EntityManager } from 'typeorm';
import { asRecomputed, type PartOfSession } from './as-recomputed.ts';

/**
 * The score of a lab computed once more: what its verdict's cases are worth by the plan that the record names, which
 * has to be the one in force.
 */
export const recomputeVerdict = async (
  manager: EntityManager,
  bank: ContentBank,
  part: PartOfSession,
  lab: Pick<LabSession, 'labHash' | 'sessionPartId'>,
  { record, verdict }: { readonly record: Score; readonly verdict: Verdict },
): Promise<number | null> => {
  const { pinnedHash, planHash } = await findPlan(manager, bank, lab);
  const plan = await bank.body('plan', record.keyHash!, manager);
  const fits =
    record.verdictId === verdict.id &&
    record.workHash === verdict.treeHash &&
    record.questionHash === pinnedHash &&
    record.keyHash === planHash;
  return asRecomputed(manager, bank, part, record, verdictShare(plan, verdict), fits);
};
