import { Refusal, type DecisionInput, type Evidence } from '@ennead/contracts';

/**
 * Whether the decision may stand on this evidence.
 *
 * @returns the grade to grant, which is always the composed one; null for a refusal
 * @throws Refusal naming the first thing that stands against it
 */
export const judgeDecision = ({ outcome, experience }: DecisionInput, evidence: Evidence): number | null => {
  const { result, scheme } = evidence;
  if (experience.met && experience.years < scheme.level.experience.years)
    throw new Refusal('DECISION_EXPERIENCE_SHORT', [
      { path: 'experience.years', message: 'fewer than asked' },
    ]);
  if (outcome === 'refuse') {
    if (!evidence.mayRefuse) throw new Refusal('DECISION_INCOMPLETE');
    return null;
  }
  if (result.compositeTenThousandths === null) throw new Refusal('DECISION_INCOMPLETE');
  if (result.grade === null) throw new Refusal('DECISION_NO_GRADE');
  if (evidence.broken.length > 0) throw new Refusal('EVIDENCE_BROKEN');
  if (!experience.met) throw new Refusal('DECISION_EXPERIENCE_UNMET');
  return result.grade;
};
