import { isBlank, type ResponseValue } from '@ennead/contracts';
import type { Item } from '@ennead/contracts/internal';
import type { ItemScore } from './item-score.ts';
import { unanswered, unreadable } from './item-score.ts';
import { scoreMultiple } from './score-multiple.ts';
import { scoreNumeric } from './score-numeric.ts';
import { scoreShortText } from './score-short-text.ts';
import { scoreSingle } from './score-single.ts';
import { scoreTrueFalse } from './score-true-false.ts';

/**
 * The share of one item's mark that a response earns.
 *
 * No response, no choice and blank text are `unanswered`. A response that does not fit its item, or text that is no
 * number where one is asked, is `unreadable`: it earns nothing, and it is told apart from a wrong answer.
 */
export function scoreResponse(item: Item, response: ResponseValue): ItemScore {
  if (response === null || isBlank(response)) return unanswered;
  if (!fitsItem(item, response)) return unreadable;
  if ('chosen' in response && item.type === 'single') return scoreSingle(item, response.chosen);
  if ('chosen' in response && item.type === 'multiple') return scoreMultiple(item, response.chosen);
  if ('truth' in response && item.type === 'true-false') return scoreTrueFalse(item, response.truth);
  if ('text' in response && item.type === 'numeric') return scoreNumeric(item, response.text);
  if ('text' in response && item.type === 'short-text') return scoreShortText(item, response.text);
  return unreadable;
}

/**
 * Whether a response is one that its item can take: of the shape that the item's type asks, choosing only options that
 * the item has, none of them twice, and one at most where one is asked. What does not fit is not saved.
 */
export function fitsItem(
  item: Pick<Item, 'type'> & { readonly options?: readonly { id: string }[] },
  response: ResponseValue,
): boolean {
  if (response === null) return true;
  switch (item.type) {
    case 'single':
    case 'multiple':
      return (
        'chosen' in response &&
        response.chosen.every((id) => item.options?.some((option) => option.id === id)) &&
        new Set(response.chosen).size === response.chosen.length &&
        (item.type === 'multiple' || response.chosen.length <= 1)
      );
    case 'true-false':
      return 'truth' in response;
    case 'numeric':
    case 'short-text':
      return 'text' in response;
  }
}
