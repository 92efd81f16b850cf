import { isInForce, type CredentialState } from '@ennead/contracts';
import { hasExpired } from './has-expired.ts';

export type CredentialStanding = 'valid' | 'expired' | Exclude<CredentialState, 'issued'>;

/** How a credential stands now: what was taken away stays so for ever, and an end that has passed is the clock's doing. */
export function describeCredentialState(
  { state, expiresAt }: { readonly state: CredentialState; readonly expiresAt: string | Date | null },
  now: string | Date,
): CredentialStanding {
  if (!isInForce(state)) return state;
  return hasExpired(expiresAt, now) ? 'expired' : 'valid';
}
