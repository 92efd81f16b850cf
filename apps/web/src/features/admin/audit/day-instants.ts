/**
 * A day as its field has it ("2026-05-01"), in the reader's own time zone.
 *
 * @returns when it begins and when the next one does, or null where it is no day
 */
export function dayInstants(day: string): { readonly from: string; readonly to: string } | null {
  const from = new Date(`${day}T00:00`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(from.getTime())) return null;
  // By the calendar: a day with a change of the clock has 23 or 25 hours.
  const to = new Date(from.getFullYear(), from.getMonth(), from.getDate() + 1);
  return { from: from.toISOString(), to: to.toISOString() };
}
