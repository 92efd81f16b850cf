import type { LocalizedText, VerifiedCredential, VerifyView } from '@ennead/contracts';
import type { Credential } from '@ennead/persistence';
import type { Rules } from '../results/schemes.ts';

/** Nothing of this number: the same answer whether it was never issued or can never be issued, but for the hint. */
export const unknownNumber = (looksMistyped: boolean): VerifyView => ({
  state: 'unknown',
  looksMistyped,
  credential: null,
});

export const knownNumber = (credential: VerifiedCredential): VerifyView => ({
  state: credential.revokedAt === null ? 'valid' : 'revoked',
  looksMistyped: false,
  credential,
});

/** What the certificate says, and nothing else of its holder. */
export const viewCredential = (
  credential: Credential,
  { scheme, level }: Rules,
  roleName: LocalizedText,
): VerifiedCredential => ({
  number: credential.number,
  personName: credential.personName,
  roleCode: credential.role,
  roleName,
  level: credential.level,
  levelName: level.name,
  grade: credential.grade,
  issuedAt: credential.issuedAt.toISOString(),
  revokedAt: credential.revokedAt?.toISOString() ?? null,
  revokedReason: credential.revokedReason,
  schemeId: credential.schemeId,
  schemeVersion: credential.schemeVersion,
  schemeTitle: scheme.title,
});
