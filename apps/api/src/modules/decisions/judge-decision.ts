import {
  type DecisionInput,
  entryLifecycle,
  type Evidence,
  hasTooFewYears,
  Refusal,
} from '@ennead/contracts';
import { stateAfter, waitsForDecision } from '@ennead/domain';
import type { Case } from '../enrolments/case.ts';

/** @throws Refusal DECISION_MOCK, DECISION_MADE or ENTRY_ENDED unless the entry waits for a decision */
export const refuseClosed = ({ cause, state }: Pick<Case, 'cause' | 'state'>): void => {
  if (cause === 'mock') throw new Refusal('DECISION_MOCK');
  if (state === stateAfter(entryLifecycle, 'decide')) throw new Refusal('DECISION_MADE');
  if (!waitsForDecision(state)) throw new Refusal('ENTRY_ENDED');
};

/**
 * Whether the decision may stand on this evidence.
 *
 * @returns the grade to grant, which is always the composed one; null for a refusal
 * @throws Refusal naming the first thing that stands against it
 */
export const judgeDecision = (
  { outcome, experience }: Pick<DecisionInput, 'outcome' | 'experience'>,
  { obstacles, result, scheme }: Pick<Evidence, 'obstacles' | 'result' | 'scheme'>,
): number | null => {
  if (experience && hasTooFewYears(experience, scheme.level.experience.years))
    throw new Refusal('DECISION_EXPERIENCE_SHORT', [
      { path: 'experience.years', message: 'fewer than asked' },
    ]);
  const obstacle = obstacles[outcome];
  if (obstacle) throw new Refusal(obstacle);
  if (outcome === 'refuse') return null;
  if (!experience?.met) throw new Refusal('DECISION_EXPERIENCE_UNMET');
  return result.grade;
};
