import {
  entryLifecycle,
  type DecisionOutcome,
  type EntryCause,
  type EntryState,
  type ProblemCode,
} from '@ennead/contracts';
import { type Entry, judgeFreeSitting, type NextFreeSitting, sourcesOf, stateAfter } from '@ennead/domain';

/** An entry, as far as it says whether a named person may end it. */
export type Endable = {
  readonly cause: EntryCause;
  readonly state: EntryState;
  readonly hasBegun: boolean;
  /** Its session has opened. */
  readonly hasOpened: boolean;
  /** Of the decision that stands. */
  readonly outcome: DecisionOutcome | null;
  /** A decision waits for a second person. */
  readonly isProposed: boolean;
  /** A certificate rests on a score that was carried over from it. */
  readonly isCarriedIntoGrant: boolean;
  /** A later entry that was decided counts a score that was carried over from it. */
  readonly isCarriedIntoDecided: boolean;
  /** Whether a free sitting could be entered, were this one out of the way. */
  readonly next: NextFreeSitting;
};

/** What stands against excusing an absence; null where nothing does. */
export const judgeExcusing = (entry: Endable): ProblemCode | null => {
  const standing = judgeStanding(entry);
  if (standing) return standing;
  if (entry.hasBegun) return 'ENTRY_BEGUN';
  return sourcesOf(entryLifecycle, 'excuse').includes(entry.state) ? null : 'ENTRY_ENDED';
};

/**
 * What stands against a free sitting in the place of an entry; null where nothing does. Of a mock there is nothing to make
 * good, and before a session has opened nothing can have failed: the sitting would go round the wait until then. Beside a
 * try that is open no other is entered.
 */
export const judgeReplacing = (entry: Endable): ProblemCode | null => {
  if (entry.cause === 'mock') return 'ENTRY_ENDED';
  const standing = judgeStanding(entry);
  if (standing) return standing;
  if (entry.isCarriedIntoGrant) return 'ENTRY_GRANTED';
  if (entry.isCarriedIntoDecided) return 'ENTRY_CARRIED_ON';
  if (!sourcesOf(entryLifecycle, 'replace').includes(entry.state)) return 'ENTRY_ENDED';
  if (!entry.hasOpened) return 'ENTRY_NOT_OPEN';
  return entry.next.kind === 'refused' ? 'ENTRY_BESIDE_OPEN' : null;
};

/** A certificate keeps what it rests on, and what two persons decide, or are about to, is not undone by one. */
const judgeStanding = ({ outcome, isProposed }: Endable): ProblemCode | null => {
  if (isProposed) return 'ENTRY_PROPOSED';
  if (outcome === 'grant') return 'ENTRY_GRANTED';
  return outcome === 'withdraw' ? 'ENTRY_WITHDRAWN' : null;
};

/**
 * Whether a free sitting could be entered, were one of these entries out of the way.
 *
 * @param number of that one
 */
export const judgeInPlaceOf = (tries: readonly Entry[], number: number): NextFreeSitting =>
  judgeFreeSitting(
    tries.map((one) =>
      one.number === number && !one.isElsewhere
        ? { ...one, state: stateAfter(entryLifecycle, 'replace') }
        : one,
    ),
  );
