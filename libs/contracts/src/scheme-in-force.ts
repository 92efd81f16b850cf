import type { Scheme } from './scheme.ts';

/** The Swedish way of writing a date is ISO 8601. */
const dateIn = (timeZone: string, now: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);

/**
 * The newest version that has taken effect, each from the midnight that begins its day in its own zone.
 * @returns null when none has
 */
export const schemeInForce = (schemes: readonly Scheme[], now: Date): Scheme | null =>
  schemes
    .filter(({ effectiveFrom, rules }) => effectiveFrom <= dateIn(rules.timeZone, now))
    .toSorted((a, b) => b.version - a.version)[0] ?? null;
