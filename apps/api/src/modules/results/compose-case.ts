import type { ComposedResult, DimensionScores } from '@ennead/contracts';
import { composeResult, type PartStates } from '@ennead/domain';
import type { Case } from './case.ts';
import type { Rules } from './schemes.ts';

/** A score is there exactly when its part is finally scored: the tables hold the one to the other. */
export const scoresOf = ({ attempt, lab, portfolio }: Case): DimensionScores => ({
  knowledge: attempt?.score_cents ?? null,
  skills: lab?.score_cents ?? null,
  practice: portfolio?.score_cents ?? null,
});

export const statesOf = ({ attempt, lab, portfolio }: Case): PartStates => ({
  knowledge: attempt?.state ?? 'not-started',
  skills: lab?.state ?? 'not-started',
  practice: portfolio?.state ?? 'not-started',
});

export const composeCase = (found: Case, { scheme, level }: Rules): ComposedResult =>
  composeResult({ id: scheme.id, version: scheme.version }, level, scoresOf(found));
