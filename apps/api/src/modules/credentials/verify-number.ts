import type { VerifiedCredential, VerifyView } from '@ennead/contracts';
import { describeCredentialState } from '@ennead/domain';
import type { Credential } from '@ennead/persistence';

/** Nothing of this number: the same answer whether it was never issued or can never be issued, but for the hint. */
export const unknownNumber = (looksMistyped: boolean, now: Date): VerifyView => ({
  state: 'unknown',
  looksMistyped,
  serverNow: now.toISOString(),
  credential: null,
});

/** @param successor the credential that took this one's place, if any */
export const knownNumber = (credential: Credential, successor: Credential | null, now: Date): VerifyView => ({
  state: describeCredentialState(credential, now),
  looksMistyped: false,
  serverNow: now.toISOString(),
  credential: viewCredential(credential, successor),
});

/** What the certificate says, and nothing else of its holder. */
const viewCredential = (credential: Credential, successor: Credential | null): VerifiedCredential => ({
  ...credential.facts,
  number: credential.number,
  issuedAt: credential.issuedAt.toISOString(),
  expiresAt: credential.expiresAt?.toISOString() ?? null,
  revokedAt: credential.revokedAt?.toISOString() ?? null,
  revokedReason: credential.revokedReason,
  supersededBy: successor?.number ?? null,
});
