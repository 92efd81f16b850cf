import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * One try, from the moment that somebody may come by it. Whom an institution names is only invited; whoever asks waits until the
 * body has confirmed, where the session says so; a full session has a line. Whether a try has begun, is running or was missed is
 * told by its first sitting, its session and the clock; that it was missed, or never came about, is set down when the next one is made.
 * `excuse` and `replace` are a named person's acts: an absence that costs no try, also when it is accounted for late, and a free
 * sitting for a failure of ours, which leaves this entry behind.
 */
export const entryLifecycle = defineLifecycle({
  thing: 'entry',
  events: {
    enter: { done: 'made', guards: ['may-try'] },
    invite: { done: 'invited' },
    request: { done: 'requested', guards: ['may-try'] },
    wait: { done: 'put-in-line', guards: ['full'] },
    offer: { done: 'offered', guards: ['place-free'] },
    accept: { done: 'accepted', guards: ['in-time', 'may-try'] },
    confirm: { done: 'confirmed' },
    decline: { done: 'declined' },
    'turn-down': { done: 'turned-down' },
    withdraw: { done: 'withdrawn', guards: ['not-begun'] },
    lapse: { done: 'lapsed', guards: ['over'] },
    miss: { done: 'missed', guards: ['not-begun', 'over'] },
    excuse: { done: 'excused', guards: ['not-begun'] },
    replace: { done: 'replaced' },
    decide: { done: 'decided', guards: ['decision', 'begun'] },
    reopen: { done: 'reopened', guards: ['grade-changed'] },
  },
  births: { enter: 'entered', invite: 'invited', request: 'requested', wait: 'waiting' },
  moves: {
    waiting: { offer: 'invited', withdraw: 'withdrawn', lapse: 'lapsed' },
    invited: { accept: 'requested', decline: 'declined', withdraw: 'withdrawn', lapse: 'lapsed' },
    requested: { confirm: 'entered', 'turn-down': 'turned-down', withdraw: 'withdrawn', lapse: 'lapsed' },
    entered: {
      miss: 'missed',
      excuse: 'excused',
      replace: 'replaced',
      decide: 'decided',
      withdraw: 'withdrawn',
    },
    missed: { excuse: 'excused', replace: 'replaced' },
    decided: { reopen: 'reopened', replace: 'replaced' },
    reopened: { decide: 'decided', replace: 'replaced' },
    excused: {},
    replaced: {},
    declined: {},
    'turned-down': {},
    withdrawn: {},
    lapsed: {},
  },
  final: ['excused', 'replaced', 'declined', 'turned-down', 'withdrawn', 'lapsed'],
});

export const EntryState = stateSchema(entryLifecycle);
export type EntryState = z.infer<typeof EntryState>;

/** Tries that have not come about yet: somebody was invited, asked, or stands in line. */
export const pendingEntryStates = [
  'waiting',
  'invited',
  'requested',
] as const satisfies readonly EntryState[];

/** Tries that somebody has taken, or asked for, and that are not over: whoever is only named or stands in line has shown nobody anything. */
export const takenEntryStates = ['requested', 'entered'] as const satisfies readonly EntryState[];

/** Tries that never came about: they use none, and no list of tries that were sat shows them. */
export const fallenEntryStates = [
  'declined',
  'turned-down',
  'withdrawn',
  'lapsed',
] as const satisfies readonly EntryState[];
