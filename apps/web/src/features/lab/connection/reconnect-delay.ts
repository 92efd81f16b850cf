const FIRST_MS = 400;
const LONGEST_MS = 8_000;

/**
 * Milliseconds to wait before the nth attempt (from 1): doubling up to eight seconds, spread by up to a third so that
 * everybody who lost the server does not return in the same instant.
 * @param chance 0 to 1
 */
export const reconnectDelayMs = (attempt: number, chance: number): number =>
  Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS) * (1 - chance / 3);
