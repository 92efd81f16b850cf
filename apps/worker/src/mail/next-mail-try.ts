/** After so many failures a letter is given up, a day and a half after the first. */
export const mostMailTries = 10;

const [firstPauseSec, longestPauseSec] = [60, 6 * 3600];

/**
 * When a letter is tried again that surely was not sent.
 *
 * @param failures how often it has failed, at least once
 * @returns seconds to wait: one minute, four, sixteen and so on, six hours at most; null when it is given up
 */
export const nextMailTryInSec = (failures: number): number | null =>
  failures >= mostMailTries ? null : Math.min(firstPauseSec * 4 ** (failures - 1), longestPauseSec);
