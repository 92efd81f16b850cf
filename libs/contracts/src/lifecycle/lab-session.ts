import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** `stall`: the platform failed to grade, and will try again. A failure of ours is never a score. */
export const labSessionLifecycle = defineLifecycle({
  thing: 'lab-session',
  events: {
    start: { done: 'started', guards: ['window'] },
    'hand-in': { done: 'handed-in' },
    expire: { done: 'handed-in', guards: ['over'] },
    grade: { done: 'graded', guards: ['fence', 'snapshot'] },
    stall: { done: 'grading-stalled', guards: ['tries'] },
  },
  births: { start: 'open' },
  moves: {
    open: { 'hand-in': 'handed-in', expire: 'handed-in' },
    'handed-in': { grade: 'graded', stall: 'stalled' },
    stalled: { grade: 'graded', stall: 'stalled' },
    graded: {},
  },
  final: ['graded'],
});

export const LabSessionState = stateSchema(labSessionLifecycle);
export type LabSessionState = z.infer<typeof LabSessionState>;
