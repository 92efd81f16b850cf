import type { TryRules } from '@ennead/contracts';
import { addInZone, isBefore } from '../time/zoned-calendar.ts';
import type { Entry } from './entry.ts';
import { usedAt, usesTry } from './uses-try.ts';

/** A try that counts, by the number of its entry, of whichever account, and the instant from which it counts no longer. */
export interface CountedTry {
  readonly number: number;
  /** Of another account of the same person. */
  readonly isElsewhere?: boolean | undefined;
  readonly leavesAt: string;
}

/** The tries that were used in the rolling months before `now`; the first to leave them comes first. */
export function triesInWindow(
  { withinMonths }: TryRules,
  timeZone: string,
  entries: readonly Entry[],
  now: string,
): CountedTry[] {
  return entries
    .filter((entry) => usesTry(entry, now))
    .map((entry) => ({
      number: entry.number,
      isElsewhere: entry.isElsewhere,
      leavesAt: addInZone(usedAt(entry)!, { months: withinMonths }, timeZone),
    }))
    .filter(({ leavesAt }) => isBefore(now, leavesAt))
    .sort((a, b) => (isBefore(a.leavesAt, b.leavesAt) ? -1 : 1));
}
