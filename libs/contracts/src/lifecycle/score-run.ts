import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * Why scores were written. First scorings and what is carried over are recorded as they happen; a change of what holds
 * is planned first, approved by a second person, and then applied. A run whose lines no longer fit is stale: what it
 * did not apply has to be planned anew, and where that is seen before it is approved, that is everything.
 */
export const scoreRunLifecycle = defineLifecycle({
  thing: 'score-run',
  events: {
    record: { done: 'recorded' },
    plan: { done: 'planned' },
    approve: { done: 'approved', guards: ['second-person'] },
    apply: { done: 'applied' },
    outdate: { done: 'outdated' },
    drop: { done: 'dropped' },
  },
  births: { record: 'applied', plan: 'planned' },
  moves: {
    planned: { approve: 'approved', outdate: 'stale', drop: 'dropped' },
    approved: { apply: 'applied', outdate: 'stale' },
    applied: {},
    stale: {},
    dropped: {},
  },
  final: ['applied', 'stale', 'dropped'],
});

export const ScoreRunState = stateSchema(scoreRunLifecycle);
export type ScoreRunState = z.infer<typeof ScoreRunState>;
