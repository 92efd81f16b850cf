import type { CompetencyScore, ResponseValue } from '@ennead/contracts';
import { fractionFromInts, toCents, type Fraction } from '../scores/fraction.ts';
import { weighShares, type WeighedShare } from '../scores/weigh-shares.ts';
import type { ItemScore } from './item-score.ts';
import { scoreKeyedItem, weightOfItem, type ItemToScore } from './score-keyed-item.ts';

export interface ScoredItem extends ItemScore {
  readonly itemId: string;
  readonly competency: string;
  /** How much it counts; 0 for a pilot and for an item that was dropped. */
  readonly weight: number;
}

export interface AttemptScore {
  /** The exact share of the full score. */
  readonly raw: Fraction;
  /** In the order of the form. */
  readonly items: readonly ScoredItem[];
}

/**
 * Scores a sitting: the mean of the shares earned, each item weighing its points, answered or not, as an exact
 * fraction. Pilots and dropped items are scored and do not count.
 *
 * @param items all items of the form
 * @param responses the last response to each item, by item id; an item without one is unanswered
 * @throws RangeError when no item of the form counts
 */
export function scoreAttempt(
  items: readonly ItemToScore[],
  responses: ReadonlyMap<string, ResponseValue>,
): AttemptScore {
  const scored = items.map((one): ScoredItem => ({
    itemId: one.item.id,
    competency: one.item.competency,
    weight: weightOfItem(one),
    ...scoreKeyedItem(one, responses.get(one.item.id) ?? null),
  }));
  return {
    raw: weighShares(scored.map(({ weight, earned, of }) => ({ weight, raw: fractionFromInts(earned, of) }))),
    items: scored,
  };
}

/**
 * What a sitting reached in each competency, in the order in which the items first touch them; without those of which
 * nothing counts. Each is rounded once, half a hundredth upwards.
 */
export function scoreCompetencies(
  items: readonly (WeighedShare & { readonly competency: string })[],
): CompetencyScore[] {
  const counting = items.filter(({ weight }) => weight > 0);
  return [...new Set(counting.map(({ competency }) => competency))].map((competency) => {
    const own = counting.filter((item) => item.competency === competency);
    return { competency, partCount: own.length, scoreCents: toCents(weighShares(own)) };
  });
}
