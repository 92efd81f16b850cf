import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** An open invitation that is past its date is overdue by the clock, not by a state. A newer link voids the older. */
export const invitationLifecycle = defineLifecycle({
  thing: 'invitation',
  events: {
    invite: { done: 'made' },
    accept: { done: 'accepted', guards: ['in-time'] },
    void: { done: 'voided' },
  },
  births: { invite: 'pending' },
  moves: { pending: { accept: 'accepted', void: 'voided' }, accepted: {}, voided: {} },
  final: ['accepted', 'voided'],
});

export const InvitationState = stateSchema(invitationLifecycle);
export type InvitationState = z.infer<typeof InvitationState>;
