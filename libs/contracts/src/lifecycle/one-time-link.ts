import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** One that is past its date is overdue by the clock, not by a state. A newer one of its purpose voids it. */
export const oneTimeLinkLifecycle = defineLifecycle({
  thing: 'one-time-link',
  events: {
    make: { done: 'made' },
    use: { done: 'used', guards: ['in-time'] },
    void: { done: 'voided' },
  },
  births: { make: 'pending' },
  moves: { pending: { use: 'used', void: 'voided' }, used: {}, voided: {} },
  final: ['used', 'voided'],
});

export const OneTimeLinkState = stateSchema(oneTimeLinkLifecycle);
export type OneTimeLinkState = z.infer<typeof OneTimeLinkState>;
