import { z } from 'zod';
import { CredentialState } from './lifecycle/credential.ts';
import { typedNumberLength } from './limits.ts';
import { LocalizedText } from './locale.ts';
import { Grade, Instant, LevelCode, RoleCode } from './vocabulary.ts';

/** A number as somebody typed it; whether it can be one is part of the answer, never a refusal. */
export const TypedNumber = z.string().min(1).max(typedNumberLength);

/** What a credential is good for now: its state, and the clock's word on whether its time is over. */
export const CredentialStatus = z.enum(['valid', 'expired', ...CredentialState.exclude(['issued']).options]);
export type CredentialStatus = z.infer<typeof CredentialStatus>;

export const VerifyState = z.enum([...CredentialStatus.options, 'unknown']);
export type VerifyState = z.infer<typeof VerifyState>;

/** What a certificate says of its holder, frozen when it was issued. */
export const CredentialFacts = z.object({
  personName: z.string(),
  /** The same in Latin letters, where the holder has given it; certificates from before have none. */
  latinName: z.string().nullable().default(null),
  roleCode: RoleCode,
  roleName: LocalizedText,
  level: LevelCode,
  levelName: LocalizedText,
  grade: Grade,
  schemeId: z.string(),
  schemeVersion: z.number().int(),
  schemeTitle: LocalizedText,
  /** IANA zone in which its dates are written. */
  timeZone: z.string(),
});
export type CredentialFacts = z.infer<typeof CredentialFacts>;

/** What anybody who has the number may know: what the certificate itself says, and whether it still holds. */
export const VerifiedCredential = CredentialFacts.extend({
  number: z.string(),
  issuedAt: Instant,
  /** Null where the scheme sets no end. */
  expiresAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  revokedReason: z.string().nullable(),
  /** The number of the certificate that took this one's place. */
  supersededBy: z.string().nullable(),
  /** Of one that was superseded: the number of the certificate that is valid now, where it is another than `supersededBy`. */
  validNow: z.string().nullable(),
});
export type VerifiedCredential = z.infer<typeof VerifiedCredential>;

/** The same shape for every number. `looksMistyped`: no certificate can have this number, whatever was issued. */
export const VerifyView = z.object({
  state: VerifyState,
  looksMistyped: z.boolean(),
  /** By the clock that decides whether it has expired. */
  serverNow: Instant,
  credential: VerifiedCredential.nullable(),
});
export type VerifyView = z.infer<typeof VerifyView>;
