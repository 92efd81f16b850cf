/** After so many failures an event is parked, and waits for somebody to look. */
export const mostTries = 10;

const longestPauseSec = 300;

/**
 * When a handler is tried again that has failed.
 *
 * @param failures how often it has failed on this event, at least once
 * @returns seconds to wait: 1, 2, 4 and so on, five minutes at most; null when it is to be parked
 */
export const nextTryInSec = (failures: number): number | null =>
  failures >= mostTries ? null : Math.min(2 ** (failures - 1), longestPauseSec);
