import type { MoveTable } from './move.ts';

export type LabSessionState = 'open' | 'handed-in' | 'stalled' | 'graded';
/** `stall`: the platform failed to grade; `retry` has it graded again. A failure of ours is never a score. */
export type LabSessionEvent = 'hand-in' | 'expire' | 'grade' | 'stall' | 'retry';

export const labSessionMoves: MoveTable<LabSessionState, LabSessionEvent> = {
  open: { 'hand-in': 'handed-in', expire: 'handed-in' },
  'handed-in': { grade: 'graded', stall: 'stalled' },
  stalled: { retry: 'handed-in' },
  graded: {},
};
