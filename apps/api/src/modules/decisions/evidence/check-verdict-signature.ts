import { createPublicKey, verify } from 'node:crypto';
import type { SignatureState } from '@ennead/contracts';
import { SignedVerdict } from '@ennead/contracts/internal';
import { canonicalJson } from '@ennead/domain';
import type { Verdict } from '@ennead/persistence';

/**
 * Whether a stored verdict is what the runner signed: Ed25519 over the canonical JSON of its facts.
 *
 * @param signingKey the runner's private key (PEM); only its public half is used
 */
export const checkVerdictSignature = (verdict: Verdict, signingKey: string | undefined): SignatureState => {
  if (!signingKey) return 'no-key';
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
  const fits = verify(
    null,
    Buffer.from(canonicalJson(signed)),
    createPublicKey(signingKey),
    Buffer.from(verdict.signature, 'base64'),
  );
  return fits ? 'verified' : 'broken';
};
