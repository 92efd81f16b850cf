import type { ExamProgress, LabProgress, PortfolioProgress } from '@ennead/contracts';

export type PartState = ExamProgress | LabProgress | PortfolioProgress;

const settled: ReadonlySet<PartState> = new Set<PartState>(['scored', 'graded']);
/** What the candidate has not handed in: it can still become something while it can be begun, and not after. */
const notHandedIn: ReadonlySet<PartState> = new Set<PartState>(['not-started', 'draft']);

export type PartToScore = { readonly state: PartState; readonly isClosed: boolean };

/**
 * Whether a part that has no score can still get one. While it can, a refusal would come too early; once it cannot,
 * a case with a missing part may be closed by a refusal.
 */
export const mayStillScore = (parts: readonly PartToScore[]): boolean =>
  parts.some(({ state, isClosed }) => !settled.has(state) && !(isClosed && notHandedIn.has(state)));
