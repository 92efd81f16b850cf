import { describe, expect, it } from '@jest/globals';
import type { LocalizedText } from '@ennead/contracts';
import { Item, ItemKey, Question } from '@ennead/contracts/internal';
import {
  aMultipleItem,
  anItem,
  aNumericItem,
  aShortTextItem,
  aTrueFalseItem,
} from '@ennead/testing/builders';
import fc from 'fast-check';
import { joinItem, splitItem, type ItemPlace } from './split-item.ts';

const place: ItemPlace = { topic: 'retrieval', role: 'application-engineer', level: 'junior' };
const nonce = '0'.repeat(64);

const aWord = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() !== '');
const aText: fc.Arbitrary<LocalizedText> = fc.record({ 'zh-CN': aWord, en: aWord });
const someOptions = (min: number, max: number) =>
  fc
    .array(fc.record({ text: aText, rationale: aText }), { minLength: min, maxLength: max })
    .map((options) => options.map((option, at) => ({ id: 'ABCDEFGH'[at]!, ...option })));
const shared = { stem: aText, rationale: aText, difficulty: fc.constantFrom('easy', 'medium', 'hard') };

const anyItem: fc.Arbitrary<Item> = fc
  .oneof(
    fc
      .record({ ...shared, options: someOptions(3, 6) })
      .map((one) => anItem({ ...one, key: ['B'] } as object)),
    fc
      .record({ ...shared, options: someOptions(4, 8), key: fc.constantFrom(['A', 'B'], ['D', 'A', 'C']) })
      .map((one) => aMultipleItem(one as object)),
    fc.record({ ...shared, key: fc.boolean() }).map((one) => aTrueFalseItem(one as object)),
    fc
      .record(
        {
          ...shared,
          unit: aText,
          key: fc.record({ value: fc.integer(), tolerance: fc.nat() }),
        },
        { requiredKeys: ['stem', 'rationale', 'difficulty', 'key'] },
      )
      .map((one) => aNumericItem(one as object)),
    fc
      .record({ ...shared, key: fc.record({ accept: fc.array(aWord, { minLength: 1 }) }) })
      .map((one) => aShortTextItem(one as object)),
  )
  .map((item) => Item.parse(item));

describe('an item in two halves', () => {
  it('is whole again when they are joined, after going through JSON', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const { question, key } = splitItem(item, place);
        const stored = {
          question: Question.parse(JSON.parse(JSON.stringify(question))),
          key: ItemKey.parse(JSON.parse(JSON.stringify({ ...key, nonce }))),
        };
        expect(joinItem(stored.question, stored.key)).toEqual(item);
      }),
    );
  });

  it('tells nothing of the answer in the question', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const marked = markSecrets(item);
        const { question } = splitItem(marked, place);
        expect(JSON.stringify(question)).not.toContain('SECRET');
        expect(Object.keys(question)).not.toContain('key');
        expect(Question.safeParse({ ...question, key: marked.key }).success).toBe(false);
      }),
    );
  });

  it.each<Item>([anItem(), aMultipleItem(), aTrueFalseItem(), aNumericItem(), aShortTextItem()])(
    'of $type keeps its question when only the answer changes',
    (item) => {
      const { question, key } = splitItem(item, place);
      const other = splitItem({ ...item, rationale: { 'zh-CN': '另', en: 'Another' } }, place);
      expect(other.question).toEqual(question);
      expect(other.key).not.toEqual(key);
    },
  );

  it('refuses the key of another question, and one of another type', () => {
    const { question } = splitItem(anItem({ id: 'one' }), place);
    const { key: other } = splitItem(anItem({ id: 'two' }), place);
    expect(() => joinItem(question, { ...other, nonce })).toThrow(RangeError);
    const { key: truth } = splitItem(aTrueFalseItem({ id: 'one' }), place);
    expect(() => joinItem(question, { ...truth, nonce })).toThrow(/key/);
  });
});

/** The same item with every text that a candidate must not see marked. */
function markSecrets(item: Item): Item {
  const secret: LocalizedText = { 'zh-CN': 'SECRET', en: 'SECRET' };
  const marked = { ...item, rationale: secret } as Item;
  if ('options' in marked)
    return { ...marked, options: marked.options.map((option) => ({ ...option, rationale: secret })) };
  return marked.type === 'short-text' ? { ...marked, key: { accept: ['SECRET'] } } : marked;
}
