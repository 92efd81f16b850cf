import type { ResponseValue } from './item.ts';

// Apart from the schemas that hold it: the exam page asks this too, and they would bring zod along.

/**
 * What options are called: in the bank by their ids, on the page by the order in which this candidate meets them, of
 * which the ids say nothing.
 */
export const optionLetters = 'ABCDEFGH';

/** Characters of an answer that is typed. */
export const answerLength = 500;

/** How many changes one request brings at most. */
export const mostSaves = 100;

/** Whether an answer says nothing: none, no choice, or text of blanks. It is counted and scored as no answer. */
export function isBlank(value: ResponseValue): boolean {
  if (value === null) return true;
  if ('chosen' in value) return value.chosen.length === 0;
  return 'text' in value && value.text.trim() === '';
}
