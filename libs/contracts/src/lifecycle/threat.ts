import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** A threat to impartiality is watched, whatever is done about it, until it is found to be none any more. */
export const threatLifecycle = defineLifecycle({
  thing: 'threat',
  events: { find: { done: 'found' }, close: { done: 'closed' } },
  births: { find: 'watched' },
  moves: { watched: { close: 'closed' }, closed: {} },
  final: ['closed'],
});

export const ThreatState = stateSchema(threatLifecycle);
export type ThreatState = z.infer<typeof ThreatState>;
