import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** One person's marks for one submission. */
export const reviewLifecycle = defineLifecycle({
  thing: 'review',
  events: {
    assign: { done: 'assigned', guards: ['no-conflict'] },
    submit: { done: 'submitted', guards: ['complete'] },
  },
  births: { assign: 'assigned' },
  moves: { assigned: { submit: 'submitted' }, submitted: {} },
  final: ['submitted'],
});

export const ReviewState = stateSchema(reviewLifecycle);
export type ReviewState = z.infer<typeof ReviewState>;
