import { z } from 'zod';
import { AttemptState } from './lifecycle/attempt.ts';
import { LabSessionState } from './lifecycle/lab-session.ts';
import { PortfolioState } from './lifecycle/portfolio.ts';

/** States of a part, with the one in which there is nothing yet. From the least advanced to the most. */
export const ExamProgress = z.enum(['not-started', ...AttemptState.options]);
export type ExamProgress = z.infer<typeof ExamProgress>;

export const LabProgress = z.enum(['not-started', ...LabSessionState.options]);
export type LabProgress = z.infer<typeof LabProgress>;

export const PortfolioProgress = z.enum(['not-started', ...PortfolioState.options]);
export type PortfolioProgress = z.infer<typeof PortfolioProgress>;
