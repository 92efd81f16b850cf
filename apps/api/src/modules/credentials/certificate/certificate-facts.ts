import type { Locale, VerifiedCredential } from '@ennead/contracts';

/** What a certificate says, and the address at which anybody can check it. */
export type CertificateFacts = {
  readonly credential: VerifiedCredential;
  readonly locale: Locale;
  readonly verifyUrl: string;
};
