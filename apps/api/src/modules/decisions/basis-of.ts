import type { DecisionBasis, DecisionOutcome, Evidence } from '@ennead/contracts';
import { canonicalJson } from '@ennead/domain';
import { scoreIdsOf, type Case, type CaseDecision } from '../enrolments/case.ts';

/** What a decision on this evidence rests on. */
export const basisOf = (
  found: Case,
  { scheme, result, heldAgain, questionedMarks }: Evidence,
  outcome: DecisionOutcome,
  exceptionIds: readonly string[],
): DecisionBasis => {
  const { parts, carried } = found;
  const portfolios = parts.flatMap(({ portfolio }) => portfolio ?? []);
  return {
    schemeHash: scheme.hash,
    result,
    attemptIds: parts.flatMap(({ attempt }) => attempt?.id ?? []),
    labSessionIds: parts.flatMap(({ lab }) => lab?.id ?? []),
    verdictIds: parts.flatMap(({ lab }) => lab?.verdictId ?? []),
    portfolioVersionIds: portfolios.flatMap(({ version }) => version?.id ?? []),
    reviewIds: portfolios.flatMap(({ version, reviews }) =>
      reviews.filter(({ versionId }) => versionId === version?.id).map(({ id }) => id),
    ),
    carried,
    scoreIds: scoreIdsOf(found),
    setAsideIds: questionedMarks.flatMap(({ answer, reviewId }) =>
      answer?.answer === 'set-aside' ? [reviewId] : [],
    ),
    exceptionIds: [...exceptionIds],
    ...(outcome === 'withdraw' && { heldAgain: shownOf(heldAgain) }),
  };
};

/** What a withdrawal is agreed to bring back; which try that is follows from the entry. */
const shownOf = (heldAgain: Evidence['heldAgain']): DecisionBasis['heldAgain'] =>
  heldAgain && { entryId: heldAgain.entryId, grade: heldAgain.grade, expiresAt: heldAgain.expiresAt };

/**
 * Whether what counts now, what it composes to, the decision in effect, and what a withdrawal lets be held again are what the
 * proposal was made on: what is confirmed is what the second person could see.
 */
export const isUnchanged = (
  { basis, supersedesId, outcome }: CaseDecision,
  found: Case,
  evidence: Evidence,
): boolean =>
  supersedesId === (found.decision?.id ?? null) &&
  basis.schemeHash === evidence.scheme.hash &&
  canonicalJson(basis.result) === canonicalJson(evidence.result) &&
  (outcome !== 'withdraw' || canonicalJson(basis.heldAgain) === canonicalJson(shownOf(evidence.heldAgain))) &&
  canonicalJson([...basis.scoreIds].sort()) === canonicalJson(scoreIdsOf(found).sort());
