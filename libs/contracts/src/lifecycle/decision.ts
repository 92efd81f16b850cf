import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * Where the scheme asks for a second person a decision is proposed first and takes effect when another certifier
 * confirms it. What took effect is never changed, only superseded by a later decision. A withdrawal is a decision too: it
 * takes the place of the grant that it takes back, and is told as one whether it took a second person or not.
 */
export const decisionLifecycle = defineLifecycle({
  thing: 'decision',
  events: {
    decide: { done: 'made', guards: ['evidence', 'no-conflict'] },
    propose: { done: 'proposed', guards: ['evidence', 'no-conflict'] },
    withdraw: { done: 'withdrawn', guards: ['standing-grant', 'no-conflict'] },
    'propose-withdrawal': { done: 'withdrawal-proposed', guards: ['standing-grant', 'no-conflict'] },
    confirm: { done: 'confirmed', guards: ['second-person', 'composite-unchanged'] },
    'confirm-withdrawal': { done: 'withdrawn', guards: ['second-person', 'composite-unchanged'] },
    reject: { done: 'rejected', guards: ['second-person'] },
    supersede: { done: 'superseded' },
  },
  births: {
    decide: 'effective',
    propose: 'proposed',
    withdraw: 'effective',
    'propose-withdrawal': 'proposed',
  },
  moves: {
    proposed: { confirm: 'effective', 'confirm-withdrawal': 'effective', reject: 'rejected' },
    effective: { supersede: 'superseded' },
    superseded: {},
    rejected: {},
  },
  final: ['superseded', 'rejected'],
});

export const DecisionState = stateSchema(decisionLifecycle);
export type DecisionState = z.infer<typeof DecisionState>;
