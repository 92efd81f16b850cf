import { Temporal } from 'temporal-polyfill';

/** A stretch of the calendar, whole days or whole months; below zero it leads back. */
export type Span = { readonly days: number } | { readonly months: number };

/** Whether this names a zone of the IANA database; an offset such as '+08:00', which newer engines take too, does not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

/**
 * The same time of day in a zone, days or months on. Where the month is shorter its last day is meant (31 August and
 * six months: 28 or 29 February); a time that clocks skip in spring comes an hour later, one that they repeat in autumn
 * is the first of the two. These are the rules of Temporal (ECMA-262, ZonedDateTime.prototype.add).
 *
 * @param instant ISO 8601 with an offset
 * @returns ISO 8601 in UTC, to the millisecond
 * @throws RangeError for anything but an instant and an IANA zone
 */
export function addInZone(instant: string, span: Span, timeZone: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).add(span);
  return new Date(zoned.epochMilliseconds).toISOString();
}

/**
 * When the day begins that an instant falls on in a zone: midnight, or where clocks skip midnight the first hour after.
 * @returns ISO 8601 in UTC
 * @throws RangeError for anything but an instant and an IANA zone
 */
export const startOfDay = (instant: string, timeZone: string): string => startOf(instant, timeZone, 0);

/**
 * The last millisecond of the day that an instant falls on in a zone: what a date that is printed as the last one
 * promises.
 * @returns ISO 8601 in UTC
 * @throws RangeError for anything but an instant and an IANA zone
 */
export const endOfDay = (instant: string, timeZone: string): string =>
  new Date(Date.parse(startOf(instant, timeZone, 1)) - 1).toISOString();

function startOf(instant: string, timeZone: string, days: number): string {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).add({ days }).startOfDay();
  return new Date(day.epochMilliseconds).toISOString();
}

/**
 * Whether `instant` lies before `other`; the same instant does not. Both ISO 8601 with an offset.
 * @throws RangeError for anything else
 */
export const isBefore = (instant: string, other: string): boolean =>
  Temporal.Instant.compare(instant, other) < 0;

/** The last of the instants as it was given, null where there is none. */
export const latestOf = (instants: readonly string[]): string | null =>
  instants.reduce<string | null>((latest, one) => (latest && !isBefore(latest, one) ? latest : one), null);
