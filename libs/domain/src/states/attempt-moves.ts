import type { MoveTable } from './move.ts';

export type AttemptState = 'open' | 'submitted' | 'scored';
/** `submit` is the candidate's act, `expire` that of the clock; both freeze the responses. */
export type AttemptEvent = 'submit' | 'expire' | 'score';

export const attemptMoves: MoveTable<AttemptState, AttemptEvent> = {
  open: { submit: 'submitted', expire: 'submitted' },
  submitted: { score: 'scored' },
  scored: {},
};
