import type { EntryState } from '@ennead/contracts';

/** How an entry ends without a decision. */
export type EndedState = Extract<EntryState, 'missed' | 'excused' | 'replaced'>;

const ended: readonly EntryState[] = ['missed', 'excused', 'replaced'] satisfies EndedState[];

/** Whether nothing is asked of an entry any more, and nothing is decided on it. */
export const hasEnded = (state: EntryState): state is EndedState => ended.includes(state);
