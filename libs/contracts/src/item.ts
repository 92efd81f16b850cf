import { z } from 'zod';
import { LocalizedText } from './locale.ts';
import { CompetencyId, LevelCode, RoleCode, Slug } from './vocabulary.ts';

export const ItemType = z.enum(['single', 'multiple', 'true-false', 'numeric', 'short-text']);
export type ItemType = z.infer<typeof ItemType>;

/**
 * What options are called: in the bank by their ids, on the page by the order in which this candidate meets them, of
 * which the ids say nothing.
 */
export const optionLetters = 'ABCDEFGH';

export const OptionId = z.string().regex(new RegExp(`^[${optionLetters[0]}-${optionLetters.at(-1)}]$`));

export const PublicOption = z.strictObject({
  id: OptionId,
  text: LocalizedText,
});
export type PublicOption = z.infer<typeof PublicOption>;

/** What a candidate may see of an item. The full Item, with key and rationale, extends this in `internal`. */
export const PublicItem = z.strictObject({
  id: Slug,
  version: z.number().int().positive(),
  type: ItemType,
  stem: LocalizedText,
  options: z.array(PublicOption).optional(),
  unit: LocalizedText.optional(),
});
export type PublicItem = z.infer<typeof PublicItem>;

/** Characters of an answer that is typed. */
export const answerLength = 500;

/** A candidate's answer to one item; null is "no answer". Numbers stay text, as typed, until they are scored. */
export const ResponseValue = z
  .union([
    z.strictObject({ chosen: z.array(OptionId).max(optionLetters.length) }),
    z.strictObject({ truth: z.boolean() }),
    z.strictObject({ text: z.string().max(answerLength) }),
  ])
  .nullable();
export type ResponseValue = z.infer<typeof ResponseValue>;

/** Whether an answer says nothing: none, no choice, or text of blanks. It is counted and scored as no answer. */
export function isBlank(value: ResponseValue): boolean {
  if (value === null) return true;
  if ('chosen' in value) return value.chosen.length === 0;
  return 'text' in value && value.text.trim() === '';
}

export const TopicHead = z.strictObject({
  topic: Slug,
  role: RoleCode,
  level: LevelCode,
});
export const ItemCompetency = CompetencyId;
