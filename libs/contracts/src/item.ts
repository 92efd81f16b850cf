import { z } from 'zod';
import { answerLength, optionLetters } from './answer.ts';
import { LocalizedText } from './locale.ts';
import { CompetencyId, LevelCode, RoleCode, Slug } from './vocabulary.ts';

export const ItemType = z.enum(['single', 'multiple', 'true-false', 'numeric', 'short-text']);
export type ItemType = z.infer<typeof ItemType>;

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

/** A candidate's answer to one item; null is "no answer". Numbers stay text, as typed, until they are scored. */
export const ResponseValue = z
  .union([
    z.strictObject({ chosen: z.array(OptionId).max(optionLetters.length) }),
    z.strictObject({ truth: z.boolean() }),
    z.strictObject({ text: z.string().max(answerLength) }),
  ])
  .nullable();
export type ResponseValue = z.infer<typeof ResponseValue>;

export const TopicHead = z.strictObject({
  topic: Slug,
  role: RoleCode,
  level: LevelCode,
});
export const ItemCompetency = CompetencyId;
