import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * Whether a scheduled session is coming, open or over is told by its window and the clock. Its dates change until it opens;
 * from then on its end only moves to later. For whom it is, and how many can sit it, changes until it is over.
 */
export const examSessionLifecycle = defineLifecycle({
  thing: 'exam-session',
  events: {
    schedule: { done: 'scheduled', guards: ['content-ready'] },
    change: { done: 'changed', guards: ['not-opened'] },
    extend: { done: 'extended', guards: ['not-over'] },
    admit: { done: 'access-changed', guards: ['not-over'] },
    cancel: { done: 'cancelled', guards: ['not-begun'] },
  },
  births: { schedule: 'scheduled' },
  moves: {
    scheduled: { change: 'scheduled', extend: 'scheduled', admit: 'scheduled', cancel: 'cancelled' },
    cancelled: {},
  },
  final: ['cancelled'],
});

export const ExamSessionState = stateSchema(examSessionLifecycle);
export type ExamSessionState = z.infer<typeof ExamSessionState>;
