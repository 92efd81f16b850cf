/** At the very end of its term a credential is no longer valid; one without an end never expires. */
export const hasExpired = (expiresAt: string | Date | null, now: string | Date): boolean =>
  expiresAt !== null && new Date(expiresAt) <= new Date(now);
