import { entryLifecycle, type EntryState } from '@ennead/contracts';
import { sourcesOf } from '../lifecycle/moves.ts';

/** The states of an entry that a decision may still be made in. */
export const undecidedStates: readonly EntryState[] = sourcesOf(entryLifecycle, 'decide');

export const waitsForDecision = (state: EntryState): boolean => undecidedStates.includes(state);
