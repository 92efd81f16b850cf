import { type DecisionInput, entryLifecycle, type Evidence, Refusal } from '@ennead/contracts';
import { stateAfter, waitsForDecision } from '@ennead/domain';
import type { Case } from '../enrolments/case.ts';
import type { Brief } from './record-decision.ts';

/** @throws Refusal DECISION_MOCK, DECISION_MADE or ENTRY_ENDED unless the entry waits for a decision */
export const refuseClosed = ({ cause, state }: Pick<Case, 'cause' | 'state'>): void => {
  if (cause === 'mock') throw new Refusal('DECISION_MOCK');
  if (state === stateAfter(entryLifecycle, 'decide')) throw new Refusal('DECISION_MADE');
  if (!waitsForDecision(state)) throw new Refusal('ENTRY_ENDED');
};

/** @throws Refusal EVIDENCE_BROKEN, DECISION_UPON_WITHDRAWN where no grade may rest on it, whatever its scores come to */
export const refuseUnsound = ({ broken, uponWithdrawn }: Evidence): void => {
  if (broken.length > 0) throw new Refusal('EVIDENCE_BROKEN');
  if (uponWithdrawn.length > 0) throw new Refusal('DECISION_UPON_WITHDRAWN');
};

/**
 * Whether the decision may stand on this evidence.
 *
 * @returns the grade to grant, which is always the composed one; null for a refusal
 * @throws Refusal naming the first thing that stands against it
 */
export const judgeDecision = (
  { outcome, experience }: DecisionInput,
  { evidence, found }: Pick<Brief, 'evidence' | 'found'>,
): number | null => {
  const { result, scheme } = evidence;
  if (experience?.met && experience.years < scheme.level.experience.years)
    throw new Refusal('DECISION_EXPERIENCE_SHORT', [
      { path: 'experience.years', message: 'fewer than asked' },
    ]);
  if (outcome === 'refuse') {
    if (!evidence.mayRefuse) throw new Refusal('DECISION_INCOMPLETE');
    if (found.decision?.outcome === 'grant') throw new Refusal('DECISION_WOULD_LOWER');
    return null;
  }
  if (result.compositeTenThousandths === null) throw new Refusal('DECISION_INCOMPLETE');
  if (result.grade === null) throw new Refusal('DECISION_NO_GRADE');
  refuseUnsound(evidence);
  if (!experience?.met) throw new Refusal('DECISION_EXPERIENCE_UNMET');
  if (result.grade < (found.decision?.grade ?? 0)) throw new Refusal('DECISION_WOULD_LOWER');
  return result.grade;
};
