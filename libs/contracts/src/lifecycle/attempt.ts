import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** `submit` is the candidate's act, `expire` that of the clock; both freeze the responses. */
export const attemptLifecycle = defineLifecycle({
  thing: 'attempt',
  events: {
    start: { done: 'started', guards: ['window'] },
    submit: { done: 'submitted', guards: ['writer', 'in-time'] },
    expire: { done: 'submitted', guards: ['over'] },
    score: { done: 'scored' },
  },
  births: { start: 'open' },
  moves: {
    open: { submit: 'submitted', expire: 'submitted' },
    submitted: { score: 'scored' },
    scored: {},
  },
  final: ['scored'],
});

export const AttemptState = stateSchema(attemptLifecycle);
export type AttemptState = z.infer<typeof AttemptState>;
