import type { DecisionView, EvidenceView } from '@ennead/contracts';
import { actNeedsSecondPerson, credentialStatus } from '@ennead/domain';
import type { Case, CaseDecision } from '../enrolments/case.ts';
import type { Rules } from '../results/schemes.ts';

/** The decision in effect, with the credential that came of it. */
export const viewDecision = ({ decision, credential, now }: Case): DecisionView | null =>
  decision && {
    ...viewBare(decision),
    credential: credential && {
      id: credential.id,
      number: credential.number,
      status: credentialStatus(credential, now),
      issuedAt: credential.issuedAt,
      expiresAt: credential.expiresAt,
      supersededBy: credential.supersededBy,
      revokedAt: credential.revokedAt,
      revokedReason: credential.revokedReason,
    },
  };

/** The decision that waits for a second person. */
export const viewProposal = ({ proposal }: Case): DecisionView | null =>
  proposal && { ...viewBare(proposal), credential: null };

/** How the grade that stands can be taken back. */
export const viewWithdrawal = (
  { decision, proposal }: Case,
  { scheme }: Rules,
): EvidenceView['withdrawal'] =>
  decision?.outcome === 'grant' && !proposal
    ? { needsSecondPerson: actNeedsSecondPerson(scheme.rules, 'revoke-credential') }
    : null;

const viewBare = (decision: CaseDecision) => ({
  id: decision.id,
  state: decision.state,
  outcome: decision.outcome,
  grade: decision.grade,
  withdrawnGrade: decision.withdrawnGrade,
  reason: decision.reason,
  experience: decision.experience,
  certifierName: decision.certifierName,
  decidedAt: decision.decidedAt,
  confirmedBy: decision.confirmedBy,
  confirmReason: decision.confirmReason,
});
