import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** That a credential has expired, or is not valid yet, is the clock's doing and no state. */
export const credentialLifecycle = defineLifecycle({
  thing: 'credential',
  events: {
    issue: { done: 'issued', guards: ['grant'] },
    supersede: { done: 'superseded' },
    revoke: { done: 'revoked', guards: ['no-conflict'] },
  },
  births: { issue: 'issued' },
  moves: {
    issued: { supersede: 'superseded', revoke: 'revoked' },
    superseded: {},
    revoked: {},
  },
  final: ['superseded', 'revoked'],
});

export const CredentialState = stateSchema(credentialLifecycle);
export type CredentialState = z.infer<typeof CredentialState>;

/** Neither taken away nor followed by another; that its time may be over is the clock's doing. */
export const isIssued = (state: CredentialState): state is 'issued' =>
  state === credentialLifecycle.births.issue;
