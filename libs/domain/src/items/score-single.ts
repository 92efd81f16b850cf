import type { SingleItem } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';
import { rightOrWrong, unreadable } from './item-score.ts';

/** The key alone earns the mark; several choices cannot be read as one. */
export function scoreSingle({ key }: SingleItem, chosen: readonly string[]): ItemScore {
  if (new Set(chosen).size !== 1) return unreadable;
  return rightOrWrong(chosen[0] === key[0]);
}
