import type { SignatureState } from '@ennead/contracts';
import type { SignedVerdict } from '@ennead/contracts/internal';
import { findPublicKey, type Verdict } from '@ennead/persistence';
import { verify } from '@ennead/signing';
import type { EntityManager } from 'typeorm';

/** Whether a stored verdict is what a lab host signed, with a key that is known to sign verdicts. */
export const checkVerdictSignature = (manager: EntityManager, verdict: Verdict): Promise<SignatureState> => {
  const signed: SignedVerdict = {
    labSessionId: verdict.labSessionId,
    treeHash: verdict.treeHash,
    planHash: verdict.planHash,
    secretsHash: verdict.secretsHash,
    number: verdict.number,
    fence: verdict.fence,
    checks: verdict.checks,
    scoreCents: verdict.scoreCents,
    gradedAt: verdict.gradedAt.toISOString(),
  };
  return verify('verdict', signed, verdict.signature, (purpose, kid) => findPublicKey(manager, purpose, kid));
};
