/** How often in a day one may be wrong before one has to wait, and for how many seconds at most. */
export type Patience = { readonly free: number; readonly mostSec: number };

/** After so long without another one, wrong guesses are forgotten. */
export const rememberedMs = 24 * 3_600_000;

/** Seconds that have to pass after the last of so many wrong guesses: none, and then 1, 2, 4, 8 … */
export const guessWaitSec = (failures: number, { free, mostSec }: Patience): number =>
  failures < free ? 0 : Math.min(mostSec, 2 ** (failures - free));
