import {
  entryLifecycle,
  fallenEntryStates,
  pendingEntryStates,
  type EntryCause,
  type EntryState,
} from '@ennead/contracts';
import { stateAfter } from '../lifecycle/moves.ts';
import { isBefore } from '../time/zoned-calendar.ts';
import type { Entry } from './entry.ts';

const free: readonly EntryCause[] = ['free-sitting', 'mock'];
/** Missed with a reason that was accepted, spoilt by us, or never come about. */
const undone: readonly EntryState[] = [
  stateAfter(entryLifecycle, 'excuse'),
  stateAfter(entryLifecycle, 'replace'),
  ...pendingEntryStates,
  ...fallenEntryStates,
];

/**
 * Whether an entry uses one of the tries: its first part has begun, or its session has ended without it and without an
 * excuse. A free sitting and a mock exam use none.
 */
export function usesTry(entry: Entry, now: string): boolean {
  const at = usedAt(entry);
  return at !== null && !isBefore(now, at);
}

/**
 * When an entry uses its try, from which the months of the rule roll: its first sitting, for an absence the end of its
 * session.
 * @returns an instant that may lie ahead, null where the entry uses no try as things stand
 */
export function usedAt({ cause, state, firstSatAt, sessionClosesAt }: Entry): string | null {
  if (free.includes(cause) || undone.includes(state)) return null;
  return firstSatAt ?? sessionClosesAt;
}
