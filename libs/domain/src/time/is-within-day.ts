const DAY = 24 * 60 * 60_000;

/** Whether an instant is ahead by 24 hours at most: whoever enters now must hear of it. */
export function isWithinDay(instant: string, now: string): boolean {
  const aheadMs = Date.parse(instant) - Date.parse(now);
  return aheadMs > 0 && aheadMs <= DAY;
}
