import { Refusal } from '@ennead/contracts';
import type { Holding, ItemKey, LabPlan, Question, ScoreChange } from '@ennead/contracts/internal';
import { hashContent, joinItem } from '@ennead/domain';
import type { ContentBank } from '@ennead/persistence';
import type { EntityManager } from 'typeorm';
import { readNamed } from './read-named.ts';

/** What a change comes to: this holds for that from then on. `body` is a key that is not in the bank yet. */
export type ResolvedChange = Holding & { readonly body: ItemKey | null };

/**
 * Finds what a change brings into force, and whether it fits what it is for.
 * @throws Refusal SCORE_CHANGE_UNFIT; SCORE_CHANGE_UNKNOWN naming what the bank does not have
 */
export const resolveChange = async (
  manager: EntityManager,
  bank: ContentBank,
  change: ScoreChange,
): Promise<ResolvedChange> => {
  const { scope } = change;
  if (change.kind === 'plan') {
    await refuseOtherCases(manager, bank, change);
    return { kind: 'plan', scope, ofHash: change.pinnedHash, hash: change.planHash, body: null };
  }
  const { questionHash: ofHash } = change;
  const question = await readNamed(manager, bank, change, 'questionHash');
  if (change.kind === 'key') {
    refuseOtherKey(question, await readNamed(manager, bank, change, 'keyHash'));
    return { kind: 'key', scope, ofHash, hash: change.keyHash, body: null };
  }
  const present = (await bank.inForceOf([ofHash], 'key', scope, manager)).get(ofHash);
  if (!present) throw new Refusal('SCORE_CHANGE_UNFIT');
  // The nonce stays: it is as secret as it was, and asking for the same twice comes to the same key.
  const body: ItemKey = { ...(await bank.body('key', present, manager)), rule: change.kind };
  return { kind: 'key', scope, ofHash, hash: hashContent(body), body };
};

/** Items are credited and dropped by a change that says so. */
const refuseOtherKey = (question: Question, key: ItemKey): void => {
  if (key.rule !== 'score') throw new Refusal('SCORE_CHANGE_UNFIT');
  try {
    joinItem(question, key);
  } catch (fault) {
    throw new Refusal('SCORE_CHANGE_UNFIT', [{ path: 'keyHash', message: String(fault) }]);
  }
};

/** A verdict says how cases fared: another plan of the lab can weigh the same ones otherwise, and not ask for more. */
const refuseOtherCases = async (
  manager: EntityManager,
  bank: ContentBank,
  change: Extract<ScoreChange, { kind: 'plan' }>,
): Promise<void> => {
  const pinned = await readNamed(manager, bank, change, 'pinnedHash');
  const plan = await readNamed(manager, bank, change, 'planHash');
  if (plan.labId !== pinned.labId || casesOf(pinned) !== casesOf(plan))
    throw new Refusal('SCORE_CHANGE_UNFIT');
};

const casesOf = ({ checks }: LabPlan): string =>
  JSON.stringify(checks.flatMap(({ task, cases }) => cases.map(({ id }) => `${task}/${id}`)).sort());
