import type { SingleItem } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';
import { rightOrWrong } from './item-score.ts';

/** The key alone earns the mark. @param chosen one option; several do not fit the item */
export function scoreSingle({ key }: SingleItem, chosen: readonly string[]): ItemScore {
  return rightOrWrong(chosen[0] === key[0]);
}
