import type { MultipleItem } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';

/**
 * Right minus wrong: max(0, right chosen - wrong chosen) / number of keys.
 *
 * Every right choice earns 1/keys, every wrong one takes as much away, the item never falls below nothing: the rule of
 * a mapped response in IMS QTI 2.2 ("mapResponse") with +1 for a key, -1 for any other choice and a lower bound of 0.
 * Ticking everything therefore earns at most what its surplus of keys is worth.
 *
 * @param chosen each option once; otherwise they do not fit the item
 */
export function scoreMultiple({ key }: MultipleItem, chosen: readonly string[]): ItemScore {
  const right = chosen.filter((option) => key.includes(option)).length;
  const earned = Math.max(0, 2 * right - chosen.length);
  return { earned, of: key.length, outcome: outcomeOf(earned, key.length) };
}

function outcomeOf(earned: number, of: number): ItemScore['outcome'] {
  if (earned === 0) return 'wrong';
  return earned === of ? 'right' : 'partial';
}
