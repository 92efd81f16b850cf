import type { ShortTextItem } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';
import { rightOrWrong } from './item-score.ts';
import { normaliseText } from './normalise-text.ts';

/** Right when the answer equals any accepted one after both are normalised (see normaliseText). */
export function scoreShortText({ key }: ShortTextItem, text: string): ItemScore {
  const answer = normaliseText(text);
  return rightOrWrong(key.accept.some((accepted) => normaliseText(accepted) === answer));
}
