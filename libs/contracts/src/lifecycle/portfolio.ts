import { type z } from 'zod';
import { defineLifecycle, stateSchema } from './lifecycle.ts';

/**
 * `assign` gives it to two assessors; their marks then agree or differ too much; `adjudicate` is the moderator's act.
 * Where marks are set aside it goes back to where they were missing, and is scored anew: `mark-anew`, `settle-anew`.
 */
export const portfolioLifecycle = defineLifecycle({
  thing: 'portfolio',
  events: {
    begin: { done: 'begun', guards: ['window'] },
    submit: { done: 'submitted', guards: ['window', 'complete'] },
    assign: { done: 'assigned', guards: ['no-conflict'] },
    agree: { done: 'scored' },
    differ: { done: 'disputed' },
    adjudicate: { done: 'scored' },
    'mark-anew': { done: 'to-mark-anew' },
    'settle-anew': { done: 'to-settle-anew' },
  },
  births: { begin: 'draft' },
  moves: {
    draft: { submit: 'submitted' },
    submitted: { assign: 'in-review' },
    'in-review': { agree: 'scored', differ: 'adjudication' },
    adjudication: { adjudicate: 'scored', 'mark-anew': 'in-review' },
    scored: { 'mark-anew': 'in-review', 'settle-anew': 'adjudication' },
  },
  final: [],
});

export const PortfolioState = stateSchema(portfolioLifecycle);
export type PortfolioState = z.infer<typeof PortfolioState>;
