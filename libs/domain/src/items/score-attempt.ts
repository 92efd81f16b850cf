import type { CompetencyScore, ResponseValue } from '@ennead/contracts';
import type { Item } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';
import { scoreResponse } from './score-response.ts';
import { meanInCents } from './mean-in-cents.ts';

export interface ScoredItem extends ItemScore {
  readonly itemId: string;
  readonly competency: string;
}

export interface AttemptScore {
  /** Whole hundredths of a point, 0 to 10000. */
  readonly scoreCents: number;
  /** In the order of the form. */
  readonly items: readonly ScoredItem[];
  /** In the order in which the form first touches them. */
  readonly competencies: readonly CompetencyScore[];
}

/**
 * Scores a sitting. Every item of the form is worth the same, answered or not; the score is 100 points times the mean
 * share earned, summed as an exact fraction and rounded once, at the end, half a hundredth upwards.
 *
 * @param items all items of the form
 * @param responses the last response to each item, by item id; an item without one is unanswered
 * @throws RangeError when the form has no items
 */
export function scoreAttempt(
  items: readonly Item[],
  responses: ReadonlyMap<string, ResponseValue>,
): AttemptScore {
  const scored = items.map((item): ScoredItem => ({
    itemId: item.id,
    competency: item.competency,
    ...scoreResponse(item, responses.get(item.id) ?? null),
  }));
  const competencies = [...new Set(scored.map(({ competency }) => competency))];
  return {
    scoreCents: meanInCents(scored),
    items: scored,
    competencies: competencies.map((competency) => {
      const parts = scored.filter((item) => item.competency === competency);
      return { competency, partCount: parts.length, scoreCents: meanInCents(parts) };
    }),
  };
}
