import {
  type ComposedResult,
  type DimensionCode,
  type DimensionScores,
  labSessionLifecycle,
} from '@ennead/contracts';
import { composeResult, dimensions, type PartState, type PartToScore, stateAfter } from '@ennead/domain';
import type { Rules } from '@ennead/scoring';
import type { Case, CasePart } from '../enrolments/case.ts';

const stateOf = ({ attempt, lab, portfolio }: CasePart): PartState =>
  attempt?.state ?? lab?.state ?? portfolio?.state ?? 'not-started';

/**
 * The parts that have to be taken: none of a dimension that is carried over. A graded lab is scored a moment later:
 * until then it is one that was handed in and may still score.
 */
export const partsToScore = ({ parts, carried }: Pick<Case, 'parts' | 'carried'>): PartToScore[] =>
  parts
    .filter(({ dimension }) => !carried.some((score) => score.dimension === dimension))
    .map((part) => ({
      state:
        part.lab?.state === stateAfter(labSessionLifecycle, 'grade') && !part.score
          ? stateAfter(labSessionLifecycle, 'hand-in')
          : stateOf(part),
      isClosed: part.isClosed,
    }));

/** The dimensions that have no score, each with the state of its first part that has none. */
export const missingParts = ({
  parts,
  scores,
}: Pick<Case, 'parts' | 'scores'>): { dimension: DimensionCode; state: PartState }[] =>
  dimensions.flatMap((dimension) => {
    if (scores[dimension]) return [];
    const missing = parts.find((part) => part.dimension === dimension && !part.score);
    return [{ dimension, state: missing ? stateOf(missing) : 'not-started' }];
  });

/** What counts for each dimension, as it was recorded. */
export const scoresOf = ({ scores }: Pick<Case, 'scores'>): DimensionScores => ({
  knowledge: scores.knowledge?.cents ?? null,
  skills: scores.skills?.cents ?? null,
  practice: scores.practice?.cents ?? null,
});

export const composeCase = (found: Pick<Case, 'scores'>, { scheme, level }: Rules): ComposedResult =>
  composeResult({ id: scheme.id, version: scheme.version }, level, scoresOf(found));
