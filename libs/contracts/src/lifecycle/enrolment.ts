import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/** One person's candidacy for one role and level: it lasts, whatever becomes of its entries. */
export const enrolmentLifecycle = defineLifecycle({
  thing: 'enrolment',
  events: { apply: { done: 'made' } },
  births: { apply: 'active' },
  moves: { active: {} },
  final: ['active'],
});

export const EnrolmentState = stateSchema(enrolmentLifecycle);
export type EnrolmentState = z.infer<typeof EnrolmentState>;
