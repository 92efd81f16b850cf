import { z } from 'zod';
import { Id, Instant } from './vocabulary.ts';

/** What is the matter with a script that somebody was given to mark. */
export const ScriptProblem = z.enum(['unreadable', 'copied', 'foreign', 'other']);
export type ScriptProblem = z.infer<typeof ScriptProblem>;

export const ReportedProblem = z.object({
  id: Id,
  problem: ScriptProblem,
  reason: z.string(),
  reportedAt: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
});
export type ReportedProblem = z.infer<typeof ReportedProblem>;
