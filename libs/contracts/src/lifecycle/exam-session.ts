import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** Whether a scheduled session is coming, open or over is told by its window and the clock. */
export const examSessionLifecycle = defineLifecycle({
  thing: 'exam-session',
  events: { schedule: { done: 'scheduled', guards: ['content-ready'] } },
  births: { schedule: 'scheduled' },
  moves: { scheduled: {} },
  final: ['scheduled'],
});

export const ExamSessionState = stateSchema(examSessionLifecycle);
export type ExamSessionState = z.infer<typeof ExamSessionState>;
