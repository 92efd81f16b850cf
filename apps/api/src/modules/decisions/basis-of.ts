import type { DecisionBasis, Evidence } from '@ennead/contracts';
import { canonicalJson } from '@ennead/domain';
import { scoreIdsOf, type Case, type CaseDecision } from '../enrolments/case.ts';

/** What a decision on this evidence rests on. */
export const basisOf = (found: Case, { scheme, result }: Evidence): DecisionBasis => {
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
  };
};

/**
 * Whether what counts now, what it composes to, and the decision in effect are what the proposal was made on: what is
 * confirmed is what the second person could see.
 */
export const isUnchanged = (
  { basis, supersedesId }: CaseDecision,
  found: Case,
  { scheme, result }: Evidence,
): boolean =>
  supersedesId === (found.decision?.id ?? null) &&
  basis.schemeHash === scheme.hash &&
  canonicalJson(basis.result) === canonicalJson(result) &&
  canonicalJson([...basis.scoreIds].sort()) === canonicalJson(scoreIdsOf(found).sort());
