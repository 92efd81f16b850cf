import type { ComposedResult, NearBoundary, SchemeRules, SecondPersonAct } from '@ennead/contracts';
import { findNearBoundaries } from './find-near-boundaries.ts';

/** `reasons`: every line that the result lies near; empty exactly where one person decides alone. */
export interface SecondPersonNeed {
  readonly needed: boolean;
  readonly reasons: readonly NearBoundary[];
}

/**
 * Whether a decision on this result takes a second person: the composite lies within the scheme's width of a cut, or a
 * score within its width of a floor, alike on both sides. Never where the scheme asks for none.
 */
export function needsSecondPerson(
  rules: Pick<SchemeRules, 'boundary'>,
  result: ComposedResult,
): SecondPersonNeed {
  const reasons = rules.boundary.secondPerson ? findNearBoundaries(rules, result) : [];
  return { needed: reasons.length > 0, reasons };
}

/** Whether the scheme lets this act rest on no one person alone. */
export const actNeedsSecondPerson = (
  { secondPersonFor }: Pick<SchemeRules, 'secondPersonFor'>,
  act: SecondPersonAct,
): boolean => secondPersonFor.includes(act);
