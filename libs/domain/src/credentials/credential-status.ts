import { isIssued, type CredentialState, type CredentialStatus } from '@ennead/contracts';
import { hasExpired } from './has-expired.ts';

type Credential = { readonly state: CredentialState; readonly expiresAt: string | Date | null };

/** How a credential stands now: what was taken away stays so for ever, and an end that has passed is the clock's doing. */
export function credentialStatus({ state, expiresAt }: Credential, now: string | Date): CredentialStatus {
  if (!isIssued(state)) return state;
  return hasExpired(expiresAt, now) ? 'expired' : 'valid';
}

/** Whether what it certifies is held. */
export const isValidCredential = (credential: Credential, now: string | Date): boolean =>
  credentialStatus(credential, now) === 'valid';
