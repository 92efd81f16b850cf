/**
 * A `datetime-local` value ("2026-05-01T09:00") in the reader's own time zone as an ISO instant, or null while it is
 * incomplete.
 */
export function toInstant(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** An instant as a `datetime-local` value in the reader's own time zone, to the minute. */
export function toLocal(at: Date): string {
  const pad = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;

/** A window to begin with: from the next full hour, for a week. `now` in milliseconds since 1970. */
export function proposeWindow(now: number): { readonly opensAt: string; readonly closesAt: string } {
  const opens = Math.ceil(now / HOUR) * HOUR;
  return { opensAt: toLocal(new Date(opens)), closesAt: toLocal(new Date(opens + 7 * DAY)) };
}
