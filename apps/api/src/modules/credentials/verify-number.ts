import type { VerifiedCredential, VerifyView } from '@ennead/contracts';
import { credentialStatus, isValidCredential } from '@ennead/domain';
import type { Credential } from '@ennead/persistence';

/** Nothing of this number: the same answer whether it was never issued or can never be issued, but for the hint. */
export const unknownNumber = (looksMistyped: boolean, now: Date): VerifyView => ({
  state: 'unknown',
  looksMistyped,
  serverNow: now.toISOString(),
  credential: null,
});

/** @param others the other credentials of the same person for the same role and level */
export const knownNumber = (
  credential: Credential,
  others: readonly Credential[],
  now: Date,
): VerifyView => ({
  state: credentialStatus(credential, now),
  looksMistyped: false,
  serverNow: now.toISOString(),
  credential: viewCredential(credential, others, now),
});

/** What the certificate says, and nothing else of its holder. */
const viewCredential = (
  credential: Credential,
  others: readonly Credential[],
  now: Date,
): VerifiedCredential => {
  const successor = others.find(({ followsId }) => followsId === credential.id);
  return {
    ...credential.facts,
    number: credential.number,
    issuedAt: credential.issuedAt.toISOString(),
    expiresAt: credential.expiresAt?.toISOString() ?? null,
    revokedAt: credential.revokedAt?.toISOString() ?? null,
    revokedReason: credential.revokedReason,
    supersededBy: successor?.number ?? null,
    validNow: successor ? findValid(successor, others, now) : null,
  };
};

/** A successor may have given way in its turn, or been revoked, and the grade before be held again: whoever has the old number is led on. */
const findValid = (successor: Credential, others: readonly Credential[], now: Date): string | null => {
  const valid = others.find((other) => isValidCredential(other, now));
  return valid && valid.id !== successor.id ? valid.number : null;
};
