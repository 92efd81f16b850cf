import type { PortfolioState } from '@ennead/contracts';
import type { MoveTable } from './move.ts';

/** `assign` gives it to two assessors; their marks then agree or differ too much; `adjudicate` is the moderator's act. */
export type PortfolioEvent = 'submit' | 'assign' | 'agree' | 'differ' | 'adjudicate';

export const portfolioMoves: MoveTable<PortfolioState, PortfolioEvent> = {
  draft: { submit: 'submitted' },
  submitted: { assign: 'in-review' },
  'in-review': { agree: 'scored', differ: 'adjudication' },
  adjudication: { adjudicate: 'scored' },
  scored: {},
};
