import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * Another way to sit, asked for in a reason and from evidence. Of those that were approved for an entry the latest stands, as long as the
 * entry does.
 */
export const accommodationLifecycle = defineLifecycle({
  thing: 'accommodation',
  events: {
    ask: { done: 'asked', guards: ['not-over'] },
    approve: { done: 'approved', guards: ['not-over', 'no-conflict'] },
    refuse: { done: 'refused', guards: ['no-conflict'] },
    withdraw: { done: 'withdrawn' },
    replace: { done: 'replaced' },
    lapse: { done: 'lapsed' },
  },
  births: { ask: 'asked' },
  moves: {
    asked: { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn', lapse: 'lapsed' },
    approved: { replace: 'ended', lapse: 'lapsed' },
    refused: {},
    withdrawn: {},
    ended: {},
    lapsed: {},
  },
  final: ['refused', 'withdrawn', 'ended', 'lapsed'],
});

export const AccommodationState = stateSchema(accommodationLifecycle);
export type AccommodationState = z.infer<typeof AccommodationState>;
