import type { DecisionView } from '@ennead/contracts';
import type { Case } from '../enrolments/case.ts';

export const viewDecision = ({ decision, credential }: Case): DecisionView | null =>
  decision && {
    id: decision.id,
    state: decision.state,
    outcome: decision.outcome,
    grade: decision.grade,
    reason: decision.reason,
    experience: decision.experience,
    certifierName: decision.certifierName,
    decidedAt: decision.decidedAt,
    credential: credential && {
      id: credential.id,
      number: credential.number,
      state: credential.state,
      issuedAt: credential.issuedAt,
      revokedAt: credential.revokedAt,
      revokedReason: credential.revokedReason,
    },
  };
