import type { DecisionView } from '@ennead/contracts';
import { instant, instantOrNull, type Case } from '../results/case.ts';

export const viewDecision = ({ decision, certifierName, credential }: Case): DecisionView | null =>
  decision && {
    id: decision.id,
    outcome: decision.outcome,
    grade: decision.grade,
    reason: decision.reason,
    experience: decision.experience,
    certifierName: certifierName ?? '',
    decidedAt: instant(decision.decided_at),
    credential: credential && {
      id: credential.id,
      number: credential.number,
      state: credential.state,
      issuedAt: instant(credential.issued_at),
      revokedAt: instantOrNull(credential.revoked_at),
      revokedReason: credential.revoked_reason,
    },
  };
