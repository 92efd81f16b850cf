import type { DimensionCode, SchemeRules } from '@ennead/contracts';
import { dimensions } from '../results/compose-result.ts';
import { validityOf, validityOfHigher } from './validity-of.ts';

/** Since when a grade was granted on an entry, and until when it was certified; instants in UTC. */
export interface GrantTerm {
  /** Of the first grant, with a certificate or on record; what is granted there later counts from then too. */
  readonly firstGrantedAt: string;
  /** The end of the last certificate, whatever became of that; absent where there was none, null where it has no end. */
  readonly certifiedUntil?: string | null;
}

/** The earlier of two ends; null is none. */
const earlier = (one: string | null, other: string | null): string | null =>
  one === null || (other !== null && Date.parse(other) < Date.parse(one)) ? other : one;

/** The grade of another entry that gives way to a better one. */
export interface Displaced {
  readonly expiresAt: string | null;
  /** Dimensions of the better one that were sat after this grade was first granted. */
  readonly newParts: readonly DimensionCode[];
}

/**
 * When the certificate of a grade ends: the same sittings give no new time. So a grade that is granted once more on an entry ends
 * with what the entry had before; without that the term runs from when the entry was first granted; a better grade keeps the
 * end of the one that it takes the place of, unless all three parts are new; and what was carried over ends no later than what was
 * certified where it was sat. When a certificate was issued says nothing of it: one may be issued anew for a grade of long ago.
 *
 * @param sources ends of the entries where carried scores were sat, by certificate or as it would have had one
 * @param displaced null where no grade of another entry is held
 * @returns null where it has no end
 */
export function settleEnd(
  rules: Pick<SchemeRules, 'timeZone' | 'validity'>,
  { firstGrantedAt, certifiedUntil }: GrantTerm,
  sources: readonly (string | null)[],
  displaced: Displaced | null,
): string | null {
  if (certifiedUntil !== undefined) return certifiedUntil;
  const validity = displaced
    ? validityOfHigher(rules, displaced.expiresAt, displaced.newParts, firstGrantedAt)
    : validityOf(rules, firstGrantedAt);
  return sources.reduce(earlier, validity?.expiresAt ?? null);
}

/**
 * The dimensions that were sat after an instant.
 *
 * @param satAt null where it is not on record when a dimension was sat: it is not known to be new
 */
export const satAfter = (
  satAt: Readonly<Record<DimensionCode, string | null>>,
  instant: string,
): DimensionCode[] =>
  dimensions.filter((dimension) => {
    const sat = satAt[dimension];
    return sat !== null && Date.parse(sat) > Date.parse(instant);
  });
