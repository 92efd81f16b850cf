import type { ComposedResult, DimensionCode, DimensionScores } from '@ennead/contracts';
import { composeResult, dimensions, type PartState, type PartToScore } from '@ennead/domain';
import type { Case, CasePart } from '../enrolments/case.ts';
import type { Rules } from './schemes.ts';

export const stateOf = ({ attempt, lab, portfolio }: CasePart): PartState =>
  attempt?.state ?? lab?.state ?? portfolio?.state ?? 'not-started';

/** A score is there exactly when its part is finally scored: the tables hold the one to the other. */
export const scoreOf = ({ attempt, lab, portfolio }: CasePart): number | null =>
  attempt?.scoreCents ?? lab?.scoreCents ?? portfolio?.scoreCents ?? null;

export const scoredAt = ({ attempt, lab, portfolio }: CasePart): string | null =>
  attempt?.scoredAt ?? lab?.gradedAt ?? portfolio?.scoredAt ?? null;

/** Whether the score of an earlier entry counts for a dimension; its parts need not be taken then. */
const isCarried = ({ carried }: Case, dimension: DimensionCode): boolean =>
  carried.some((score) => score.dimension === dimension);

export const partsToScore = (found: Case): PartToScore[] =>
  found.parts
    .filter(({ dimension }) => !isCarried(found, dimension))
    .map((part) => ({ state: stateOf(part), isClosed: part.isClosed }));

/** The first part of each dimension that has no score, with its state. */
export const missingParts = (found: Case): { dimension: DimensionCode; state: PartState }[] =>
  dimensions.flatMap((dimension) => {
    if (isCarried(found, dimension)) return [];
    const missing = found.parts.find((part) => part.dimension === dimension && scoreOf(part) === null);
    return missing ? [{ dimension, state: stateOf(missing) }] : [];
  });

export const scoresOf = (found: Case): DimensionScores => ({
  knowledge: scoreIn(found, 'knowledge'),
  skills: scoreIn(found, 'skills'),
  practice: scoreIn(found, 'practice'),
});

/** What was carried over counts as it stood; it is there only while its parts have not been begun. */
const scoreIn = ({ parts, carried }: Case, dimension: DimensionCode): number | null =>
  carried.find((score) => score.dimension === dimension)?.scoreCents ?? meanOf(parts, dimension);

/** The weighted mean of a dimension's parts, rounded half up once; null while one of them has no score. */
const meanOf = (parts: readonly CasePart[], dimension: DimensionCode): number | null => {
  const own = parts.filter((part) => part.dimension === dimension);
  const scores = own.map(scoreOf);
  if (own.length === 0 || scores.includes(null)) return null;
  const weights = own.reduce((sum, { weight }) => sum + weight, 0);
  const sum = own.reduce((total, { weight }, at) => total + weight * scores[at]!, 0);
  return Math.floor((2 * sum + weights) / (2 * weights));
};

export const composeCase = (found: Case, { scheme, level }: Rules): ComposedResult =>
  composeResult({ id: scheme.id, version: scheme.version }, level, scoresOf(found));
