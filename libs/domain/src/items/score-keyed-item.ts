import type { ResponseValue } from '@ennead/contracts';
import type { Item, KeyRule } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';
import { scoreResponse } from './score-response.ts';

/** An item of a form as it counts there. */
export interface ItemToScore {
  readonly item: Item;
  /** What the key in force does with the answers. */
  readonly rule: KeyRule;
  /** Whole, above 0. */
  readonly points: number;
  /** Tried out, not scored. */
  readonly pilot: boolean;
}

/** The share of an item's mark that a response earns under the key's rule; a credited item is earned by everybody. */
export const scoreKeyedItem = (
  { item, rule }: Pick<ItemToScore, 'item' | 'rule'>,
  response: ResponseValue,
): ItemScore => {
  const score = scoreResponse(item, response);
  if (rule !== 'credit') return score;
  return { earned: 1, of: 1, outcome: score.outcome === 'unanswered' ? 'unanswered' : 'right' };
};

/** How much an item counts in its form: nothing when it is a pilot, or was dropped. */
export const weightOfItem = ({ rule, points, pilot }: Omit<ItemToScore, 'item'>): number =>
  pilot || rule === 'drop' ? 0 : points;
