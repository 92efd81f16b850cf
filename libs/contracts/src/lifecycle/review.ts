import { z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * One person's marks for one submission. Before they are submitted it may be handed back by its reviewer, or returned: by whoever looks
 * after the assessment, or by the platform where the reviewer must not or cannot go on. It then goes to somebody else. Submitted marks are
 * set aside where a tie of their author comes to light, or where they settle marks that are: they stay as they are and count no more.
 */
export const reviewLifecycle = defineLifecycle({
  thing: 'review',
  events: {
    assign: { done: 'assigned', guards: ['no-conflict'] },
    submit: { done: 'submitted', guards: ['complete'] },
    'hand-back': { done: 'handed-back' },
    return: { done: 'returned' },
    'set-aside': { done: 'set-aside', guards: ['no-conflict', 'undecided'] },
  },
  births: { assign: 'assigned' },
  moves: {
    assigned: { submit: 'submitted', 'hand-back': 'handed-back', return: 'handed-back' },
    submitted: { 'set-aside': 'set-aside' },
    'handed-back': {},
    'set-aside': {},
  },
  final: ['handed-back', 'set-aside'],
});

export const ReviewState = stateSchema(reviewLifecycle);
export type ReviewState = z.infer<typeof ReviewState>;

/**
 * Why a review ended without marks that count: `known` and `problem` by its reviewer, `left` and `conflict` by the platform, `set-aside` with its
 * marks, or because those that it was to settle were.
 */
export const ReviewEnd = z.enum(['known', 'problem', 'left', 'conflict', 'reassigned', 'set-aside']);
export type ReviewEnd = z.infer<typeof ReviewEnd>;
