import type { ComposedResult, DecisionObstacles, DecisionOutcome } from '@ennead/contracts';
import { isLowered } from './compare-grade.ts';

/** A case as a decision on it is weighed. */
export interface Decidable {
  readonly result: Pick<ComposedResult, 'compositeTenThousandths' | 'grade'>;
  /** Marks wait for an answer whether they stand: their author was tied to the candidate. */
  readonly hasQuestionedMarks: boolean;
  /** The evidence does not yield the scores. */
  readonly hasFaults: boolean;
  /** The numbers of tries whose grade is withdrawn and whose scores count here. */
  readonly uponWithdrawn: readonly number[];
  /** Something is under way, or can still be begun, that could bring a score. */
  readonly mayStillScore: boolean;
  /** The decision in effect, of a case that was opened again. */
  readonly standing: { readonly outcome: DecisionOutcome; readonly grade: number | null } | null;
}

/**
 * What stands against granting the grade that the scores come to, and against a refusal: the first thing of each, null where
 * nothing does. A standing grade is never lowered by deciding anew, only by a withdrawal, which says why.
 */
export function findObstacles(found: Decidable): DecisionObstacles {
  return { grant: againstGrant(found), refuse: againstRefusal(found) };
}

function againstGrant(found: Decidable): DecisionObstacles['grant'] {
  const { result, hasQuestionedMarks, hasFaults, uponWithdrawn, standing } = found;
  if (hasQuestionedMarks) return 'MARKS_QUESTIONED';
  if (result.compositeTenThousandths === null) return 'DECISION_INCOMPLETE';
  if (result.grade === null) return 'DECISION_NO_GRADE';
  if (hasFaults) return 'EVIDENCE_BROKEN';
  if (uponWithdrawn.length > 0) return 'DECISION_UPON_WITHDRAWN';
  return isLowered({ granted: standing?.grade ?? null }, result.grade) ? 'DECISION_WOULD_LOWER' : null;
}

function againstRefusal(found: Decidable): DecisionObstacles['refuse'] {
  const { hasQuestionedMarks, mayStillScore, standing } = found;
  if (hasQuestionedMarks) return 'MARKS_QUESTIONED';
  if (mayStillScore) return 'DECISION_INCOMPLETE';
  return standing?.outcome === 'grant' ? 'DECISION_WOULD_LOWER' : null;
}
