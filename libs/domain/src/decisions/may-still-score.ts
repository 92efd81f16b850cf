import type { ExamProgress, LabProgress, PortfolioProgress } from '@ennead/contracts';

export type PartState = ExamProgress | LabProgress | PortfolioProgress;

/**
 * What can become of a part without a score: something for certain, something while it can still be handed in and not after, or
 * nothing any more. Of every state, so that a new one is thought of.
 */
const prospects: Readonly<Record<PartState, 'scores' | 'may-score' | 'none'>> = {
  'not-started': 'may-score',
  draft: 'may-score',
  open: 'scores',
  submitted: 'scores',
  'handed-in': 'scores',
  stalled: 'scores',
  'in-review': 'scores',
  adjudication: 'scores',
  graded: 'none',
  scored: 'none',
};

export type PartToScore = { readonly state: PartState; readonly isClosed: boolean };

/**
 * Whether a part that has no score can still get one. While it can, a refusal would come too early; once it cannot,
 * a case with a missing part may be closed by a refusal.
 */
export const mayStillScore = (parts: readonly PartToScore[]): boolean =>
  parts.some(({ state, isClosed }) => {
    const prospect = prospects[state];
    return prospect === 'scores' || (prospect === 'may-score' && !isClosed);
  });
