import type { DecisionBasis, Evidence } from '@ennead/contracts';
import { canonicalJson } from '@ennead/domain';
import type { Case, CaseDecision } from '../enrolments/case.ts';

/** What a decision on this evidence rests on. */
export const basisOf = ({ parts, carried }: Case, { scheme, result }: Evidence): DecisionBasis => {
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
  };
};

/** Whether the result composes now to what the decision was made on. */
export const isUnchanged = ({ basis }: CaseDecision, { scheme, result }: Evidence): boolean =>
  basis.schemeHash === scheme.hash && canonicalJson(basis.result) === canonicalJson(result);
