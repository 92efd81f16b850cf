import { z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * One person's marks for one submission. Before they are submitted it may be handed back by its reviewer, or returned: by whoever looks
 * after the assessment, or by the platform where the reviewer must not or cannot go on. It then goes to somebody else.
 */
export const reviewLifecycle = defineLifecycle({
  thing: 'review',
  events: {
    assign: { done: 'assigned', guards: ['no-conflict'] },
    submit: { done: 'submitted', guards: ['complete'] },
    'hand-back': { done: 'handed-back' },
    return: { done: 'returned' },
  },
  births: { assign: 'assigned' },
  moves: {
    assigned: { submit: 'submitted', 'hand-back': 'handed-back', return: 'handed-back' },
    submitted: {},
    'handed-back': {},
  },
  final: ['submitted', 'handed-back'],
});

export const ReviewState = stateSchema(reviewLifecycle);
export type ReviewState = z.infer<typeof ReviewState>;

/** Why a review ended without marks: `known` and `problem` by its reviewer, `left` and `conflict` by the platform. */
export const ReviewEnd = z.enum(['known', 'problem', 'left', 'conflict', 'reassigned']);
export type ReviewEnd = z.infer<typeof ReviewEnd>;
