import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * One try. Whether it has begun, is running or was missed is told by its first sitting, its session and the clock; that
 * it was missed is set down when the next one is entered. `excuse` and `replace` are a named person's acts: an absence
 * that costs no try, also when it is accounted for late, and a free sitting for a failure of ours, which leaves this
 * entry behind.
 */
export const entryLifecycle = defineLifecycle({
  thing: 'entry',
  events: {
    enter: { done: 'made', guards: ['may-try'] },
    miss: { done: 'missed', guards: ['not-begun', 'over'] },
    excuse: { done: 'excused', guards: ['not-begun'] },
    replace: { done: 'replaced' },
    decide: { done: 'decided', guards: ['decision', 'begun'] },
    reopen: { done: 'reopened', guards: ['grade-changed'] },
  },
  births: { enter: 'entered' },
  moves: {
    entered: { miss: 'missed', excuse: 'excused', replace: 'replaced', decide: 'decided' },
    missed: { excuse: 'excused', replace: 'replaced' },
    decided: { reopen: 'reopened', replace: 'replaced' },
    reopened: { decide: 'decided', replace: 'replaced' },
    excused: {},
    replaced: {},
  },
  final: ['excused', 'replaced'],
});

export const EntryState = stateSchema(entryLifecycle);
export type EntryState = z.infer<typeof EntryState>;
