import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * A letter on its way. What was claimed may have gone out whatever became of its sender, so nothing leads from there back
 * but a failure that surely sent nothing (`postpone`); where nobody can tell it is uncertain, and only a person has it sent
 * again. Without a mail server letters end in the capture inbox, and those that their person does not want are notices alone.
 */
export const messageLifecycle = defineLifecycle({
  thing: 'message',
  events: {
    queue: { done: 'queued' },
    suppress: { done: 'suppressed' },
    claim: { done: 'claimed', guards: ['due'] },
    postpone: { done: 'postponed', guards: ['not-sent'] },
    deliver: { done: 'sent', guards: ['claim-held'] },
    capture: { done: 'captured', guards: ['due'] },
    refuse: { done: 'refused', guards: ['claim-held'] },
    lapse: { done: 'lapsed', guards: ['link-over'] },
    lose: { done: 'left-uncertain', guards: ['claim-lost'] },
    requeue: { done: 'requeued', guards: ['link-there'] },
  },
  births: { queue: 'queued', suppress: 'suppressed' },
  moves: {
    queued: { claim: 'sending', capture: 'captured', postpone: 'queued', lapse: 'refused' },
    sending: { postpone: 'queued', deliver: 'sent', refuse: 'refused', lose: 'uncertain' },
    uncertain: { requeue: 'queued' },
    refused: { requeue: 'queued' },
    captured: {},
    sent: {},
    suppressed: {},
  },
  final: ['captured', 'sent', 'suppressed'],
});

export const MessageState = stateSchema(messageLifecycle);
export type MessageState = z.infer<typeof MessageState>;
