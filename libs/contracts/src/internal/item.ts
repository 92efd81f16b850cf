import { z } from 'zod';
import { optionLetters } from '../answer.ts';
import { ItemCompetency, OptionId, PublicItem, PublicOption, TopicHead } from '../item.ts';
import { LocalizedText } from '../locale.ts';

const Option = PublicOption.extend({ rationale: LocalizedText });
export type Option = z.infer<typeof Option>;

export const Difficulty = z.enum(['easy', 'medium', 'hard']);

const shared = {
  competency: ItemCompetency,
  difficulty: Difficulty,
  rationale: LocalizedText,
};
const Base = PublicItem.omit({ options: true, unit: true, type: true });

export const SingleItem = Base.extend({
  ...shared,
  type: z.literal('single'),
  options: z.array(Option).min(3).max(6),
  key: z.array(OptionId).length(1),
});
export const MultipleItem = Base.extend({
  ...shared,
  type: z.literal('multiple'),
  options: z.array(Option).min(4).max(optionLetters.length),
  key: z.array(OptionId).min(2),
});
export const TrueFalseItem = Base.extend({
  ...shared,
  type: z.literal('true-false'),
  key: z.boolean(),
});
export const NumericItem = Base.extend({
  ...shared,
  type: z.literal('numeric'),
  unit: LocalizedText.optional(),
  key: z.strictObject({ value: z.number(), tolerance: z.number().min(0) }),
});
export const ShortTextItem = Base.extend({
  ...shared,
  type: z.literal('short-text'),
  key: z.strictObject({ accept: z.array(z.string().trim().min(1)).min(1) }),
});

/** An item with its key and rationale: never leaves the server before release. */
export const Item = z.discriminatedUnion('type', [
  SingleItem,
  MultipleItem,
  TrueFalseItem,
  NumericItem,
  ShortTextItem,
]);
export type Item = z.infer<typeof Item>;
export type SingleItem = z.infer<typeof SingleItem>;
export type MultipleItem = z.infer<typeof MultipleItem>;
export type TrueFalseItem = z.infer<typeof TrueFalseItem>;
export type NumericItem = z.infer<typeof NumericItem>;
export type ShortTextItem = z.infer<typeof ShortTextItem>;

/** One YAML file of question-bank/items. */
export const Topic = TopicHead.extend({ items: z.array(Item).min(1) });
export type Topic = z.infer<typeof Topic>;
