import { z } from 'zod';
import { ItemCompetency, OptionId, PublicItem, TopicHead } from '../item.ts';
import { LocalizedText } from '../locale.ts';
import { Sha256, Slug } from '../vocabulary.ts';
import { Difficulty, MultipleItem, NumericItem, ShortTextItem, SingleItem, TrueFalseItem } from './item.ts';

/** The half of an item that says what is asked, and where it belongs. Forms pin it; nothing in it tells the answer. */
export const Question = PublicItem.extend({
  ...TopicHead.shape,
  competency: ItemCompetency,
  difficulty: Difficulty,
});
export type Question = z.infer<typeof Question>;

/**
 * What a key does with the answers: mark them; give everybody full marks, answered or not; or leave the item out of
 * the score. The last two are for items that were found wrong after they were sat.
 */
export const KeyRule = z.enum(['score', 'credit', 'drop']);
export type KeyRule = z.infer<typeof KeyRule>;

/**
 * The half of an item that says what is right and why. The nonce keeps the body from being guessed by its bare hash:
 * without it, the hashes of the few possible keys could simply be tried.
 */
export const ItemKey = z.strictObject({
  questionId: Slug,
  rule: KeyRule.default('score'),
  key: z.union([
    SingleItem.shape.key,
    MultipleItem.shape.key,
    TrueFalseItem.shape.key,
    NumericItem.shape.key,
    ShortTextItem.shape.key,
  ]),
  rationale: LocalizedText,
  /** In the order of the question's options; none where it has no options. */
  optionRationales: z.array(z.strictObject({ id: OptionId, rationale: LocalizedText })),
  nonce: Sha256,
});
export type ItemKey = z.infer<typeof ItemKey>;
