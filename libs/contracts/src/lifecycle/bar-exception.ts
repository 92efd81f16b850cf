import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** That a bar does not hold for one person, one act and one subject: asked for by whom it bars, answered by a second person. */
export const barExceptionLifecycle = defineLifecycle({
  thing: 'bar-exception',
  events: {
    ask: { done: 'asked' },
    approve: { done: 'approved', guards: ['second-person', 'no-conflict'] },
    refuse: { done: 'refused', guards: ['second-person', 'no-conflict'] },
  },
  births: { ask: 'asked' },
  moves: { asked: { approve: 'approved', refuse: 'refused' }, approved: {}, refused: {} },
  final: ['approved', 'refused'],
});

export const BarExceptionState = stateSchema(barExceptionLifecycle);
export type BarExceptionState = z.infer<typeof BarExceptionState>;
