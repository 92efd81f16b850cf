import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** A role that nobody gives alone: one administrator proposes it, another agrees. It lapses when it is wanted no longer. */
export const appointmentProposalLifecycle = defineLifecycle({
  thing: 'appointment-proposal',
  events: {
    propose: { done: 'made' },
    agree: { done: 'agreed', guards: ['second-person'] },
    reject: { done: 'rejected', guards: ['second-person'] },
    withdraw: { done: 'withdrawn' },
  },
  births: { propose: 'open' },
  moves: {
    open: { agree: 'agreed', reject: 'rejected', withdraw: 'withdrawn' },
    agreed: {},
    rejected: {},
    withdrawn: {},
  },
  final: ['agreed', 'rejected', 'withdrawn'],
});

export const AppointmentProposalState = stateSchema(appointmentProposalLifecycle);
export type AppointmentProposalState = z.infer<typeof AppointmentProposalState>;
