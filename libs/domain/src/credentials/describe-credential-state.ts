import { isBefore } from '../time/zoned-calendar.ts';

/** What acts have made of a credential; the rest is made by the clock. */
export interface CredentialFacts {
  readonly state: 'issued' | 'suspended' | 'superseded' | 'revoked';
  readonly effectiveAt: string;
  /** Null where it has no end. */
  readonly expiresAt: string | null;
  /** When a suspension ends by itself because no second person has confirmed it; null when it does not. */
  readonly lapsesAt: string | null;
}

export type CredentialStanding =
  'not-yet-valid' | 'valid' | 'expired' | 'suspended' | 'superseded' | 'revoked';

/**
 * How a credential stands now. What was taken away stays so for ever; an end that has passed is told before a
 * suspension, which has nothing left to suspend; a suspension that has lapsed counts as none.
 *
 * @param now ISO 8601 with an offset; at the very end a term or suspension is over
 */
export function describeCredentialState(
  { state, effectiveAt, expiresAt, lapsesAt }: CredentialFacts,
  now: string,
): CredentialStanding {
  const isPast = (instant: string | null) => instant !== null && !isBefore(now, instant);
  if (state === 'revoked' || state === 'superseded') return state;
  if (isPast(expiresAt)) return 'expired';
  if (state === 'suspended' && !isPast(lapsesAt)) return 'suspended';
  return isPast(effectiveAt) ? 'valid' : 'not-yet-valid';
}
