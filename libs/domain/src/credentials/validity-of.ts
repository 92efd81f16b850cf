import type { DimensionCode, SchemeRules } from '@ennead/contracts';
import { dimensions } from '../results/compose-result.ts';
import { addInZone, endOfDay, isBefore, startOfDay } from '../time/zoned-calendar.ts';

/** A term of a credential: instants in UTC, half open: valid from the first, no longer valid at the second. */
export interface Validity {
  /** Never before the decision. */
  readonly effectiveAt: string;
  readonly expiresAt: string;
  /** From when it can be renewed. */
  readonly renewableFrom: string;
}

type Rules = Pick<SchemeRules, 'timeZone' | 'validity'>;

/**
 * The term of a credential that a decision gives: so many months from the decision in the scheme's zone. The day that the
 * certificate prints as its last is valid to its end, whatever the hour of the decision.
 * @returns null where the scheme settles no validity: the credential has no end
 */
export function validityOf({ timeZone, validity }: Rules, decidedAt: string): Validity | null {
  if (!validity) return null;
  const effectiveAt = new Date(decidedAt).toISOString();
  const expiresAt = endOfDay(addInZone(effectiveAt, { months: validity.months }, timeZone), timeZone);
  return { effectiveAt, ...withRenewal({ timeZone, validity }, expiresAt) };
}

/**
 * The term of a higher grade of the same level: it takes effect with its decision and keeps the old end unless all three
 * parts are new. An end that has passed, or that there never was, cannot be kept; then it has a term of its own.
 *
 * @param old end of the credential that is superseded, null where it has none
 * @param newParts dimensions sat after the credential that is superseded was issued
 */
export function validityOfHigher(
  rules: Rules,
  old: string | null,
  newParts: readonly DimensionCode[],
  decidedAt: string,
): Validity | null {
  const own = validityOf(rules, decidedAt);
  const isAllNew = dimensions.every((dimension) => newParts.includes(dimension));
  if (!own || old === null || isAllNew || !isBefore(decidedAt, old)) return own;
  return { effectiveAt: own.effectiveAt, ...withRenewal(rules, new Date(old).toISOString()) };
}

/** Whole months before the end, by the day: what opens on a day opens with it. */
function withRenewal({ timeZone, validity }: Rules, expiresAt: string): Omit<Validity, 'effectiveAt'> {
  const months = -(validity?.renewalOpensMonths ?? 0);
  return { expiresAt, renewableFrom: startOfDay(addInZone(expiresAt, { months }, timeZone), timeZone) };
}
