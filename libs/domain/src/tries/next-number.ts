import type { Entry } from './entry.ts';

/** Entries are counted in their enrolment without a gap being filled, whatever became of them. */
export const nextNumber = (entries: readonly Entry[]): number =>
  Math.max(0, ...entries.map(({ number }) => number)) + 1;
