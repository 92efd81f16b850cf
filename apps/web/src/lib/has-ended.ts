import type { EntryState, takenEntryStates } from '@ennead/contracts';

/** How an entry ends without a decision. */
export type EndedState = Extract<
  EntryState,
  'missed' | 'excused' | 'replaced' | 'declined' | 'turned-down' | 'withdrawn' | 'lapsed'
>;
/** What has not come about yet: somebody answers, confirms or moves up first. */
export type PendingState = Extract<EntryState, 'waiting' | 'invited' | 'requested'>;

const ended: readonly EntryState[] = [
  'missed',
  'excused',
  'replaced',
  'declined',
  'turned-down',
  'withdrawn',
  'lapsed',
] satisfies EndedState[];
const fallen: readonly EntryState[] = ['declined', 'turned-down', 'withdrawn', 'lapsed'];
const pending: readonly EntryState[] = ['waiting', 'invited', 'requested'] satisfies PendingState[];

/** Whether nothing is asked of an entry any more, and nothing is decided on it. */
export const hasEnded = (state: EntryState): state is EndedState => ended.includes(state);

/** Whether an entry never came about. */
export const hasFallen = (state: EntryState): boolean => fallen.includes(state);

export const isPending = (state: EntryState): state is PendingState => pending.includes(state);

const taken: readonly EntryState[] = ['requested', 'entered'] satisfies (typeof takenEntryStates)[number][];

/** Whether somebody has taken the seat, or asked for it, so that their papers can be seen. */
export const isTaken = (state: EntryState): boolean => taken.includes(state);
