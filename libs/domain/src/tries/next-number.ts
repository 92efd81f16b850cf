import type { Entry } from './entry.ts';

/** Entries are counted in their own enrolment without a gap being filled, whatever became of them. */
export const nextNumber = (entries: readonly Entry[]): number =>
  Math.max(0, ...entries.flatMap(({ number, isElsewhere }) => (isElsewhere ? [] : number))) + 1;
