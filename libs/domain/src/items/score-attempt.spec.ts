import { describe, expect, it } from '@jest/globals';
import type { ResponseValue } from '@ennead/contracts';
import type { Item } from '@ennead/contracts/internal';
import { aMultipleItem, anItem, aTrueFalseItem } from '@ennead/testing/builders';
import fc from 'fast-check';
import { fractionFromInts as f, toCents } from '../scores/fraction.ts';
import { scoreAttempt, scoreCompetencies, type ScoredItem } from './score-attempt.ts';
import type { ItemToScore } from './score-keyed-item.ts';

const rag = 'application-engineer.knowledge.rag-agents';
const tuning = 'application-engineer.knowledge.fine-tuning';
const scored = (item: Item, how: Partial<ItemToScore> = {}): ItemToScore => ({
  item,
  rule: 'score',
  points: 1,
  pilot: false,
  ...how,
});
const responsesTo = (ids: readonly string[], chosen: string[] = ['A']) =>
  new Map<string, ResponseValue>(ids.map((id) => [id, { chosen }]));

describe('scoreAttempt', () => {
  it('weighs every item by its points and says how each fared', () => {
    const form = [
      scored(anItem({ id: 'one', competency: rag })),
      scored(aMultipleItem({ id: 'two', competency: rag })),
      scored(aTrueFalseItem({ id: 'three', competency: tuning })),
    ];
    const responses = new Map<string, ResponseValue>([
      ['one', { chosen: ['A'] }],
      ['two', { chosen: ['A', 'B'] }],
    ]);
    expect(scoreAttempt(form, responses)).toEqual({
      raw: f(5, 9),
      items: [
        { itemId: 'one', competency: rag, weight: 1, earned: 1, of: 1, outcome: 'right' },
        { itemId: 'two', competency: rag, weight: 1, earned: 2, of: 3, outcome: 'partial' },
        { itemId: 'three', competency: tuning, weight: 1, earned: 0, of: 1, outcome: 'unanswered' },
      ],
    });
  });

  const two = (how: Partial<ItemToScore>) => [
    scored(anItem({ id: 'one' })),
    scored(anItem({ id: 'two' }), how),
  ];
  it.each<[string, ItemToScore[], string[], ReturnType<typeof f>]>([
    ['an item of two points', two({ points: 2 }), ['two'], f(2, 3)],
    ['a pilot that was right', two({ pilot: true }), ['two'], f(0, 1)],
    ['a pilot that was wrong', two({ pilot: true }), ['one'], f(1, 1)],
    ['a dropped item', two({ rule: 'drop' }), ['one'], f(1, 1)],
    ['a credited item that was left blank', two({ rule: 'credit' }), [], f(1, 2)],
    ['a credited item that was right', two({ rule: 'credit' }), ['one', 'two'], f(1, 1)],
    ['a credited pilot', two({ rule: 'credit', pilot: true }), [], f(0, 1)],
  ])('%s', (_, form, right, expected) => {
    expect(scoreAttempt(form, responsesTo(right)).raw).toEqual(expected);
  });

  it.each<[string, ResponseValue, ScoredItem['outcome']]>([
    ['left blank', null, 'unanswered'],
    ['right', { chosen: ['A'] }, 'right'],
    ['wrong', { chosen: ['B'] }, 'right'],
    ['unreadable', { text: 'A' }, 'right'],
  ])(
    'gives everybody the mark of a credited item, and says of one %s how it fared',
    (_, response, outcome) => {
      const form = [scored(anItem({ id: 'one' }), { rule: 'credit' })];
      const { raw, items } = scoreAttempt(form, new Map([['one', response]]));
      expect(raw).toEqual(f(1, 1));
      expect(items[0]).toMatchObject({ earned: 1, of: 1, outcome });
    },
  );

  it('rounds nothing: what is reported is rounded half a hundredth upwards, once', () => {
    const form = Array.from({ length: 32 }, (_, index) => scored(anItem({ id: `item-${index}` })));
    const right = (count: number) => responsesTo(form.slice(0, count).map(({ item }) => item.id));
    const cents = [1, 2, 3].map((count) => toCents(scoreAttempt(form, right(count)).raw));
    expect(cents).toEqual([313, 625, 938]);
  });

  it('sums thirds without loss: three of them make a whole', () => {
    const form = ['a', 'b', 'c'].map((id) => scored(aMultipleItem({ id })));
    expect(scoreAttempt(form, responsesTo(['a', 'b', 'c'])).raw).toEqual(f(1, 3));
  });

  it('refuses a form of which nothing counts', () => {
    expect(() => scoreAttempt([], new Map())).toThrow(RangeError);
    expect(() => scoreAttempt([scored(anItem(), { rule: 'drop' })], new Map())).toThrow(RangeError);
  });

  it('is bounded, reaches both ends, and does not care about the order of the form', () => {
    const form = Array.from({ length: 12 }, (_, index) =>
      scored(index % 2 ? anItem({ id: `item-${index}` }) : aMultipleItem({ id: `item-${index}` })),
    );
    const choice = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(choice, { minLength: 12, maxLength: 12 }), (choices) => {
        const responses = new Map<string, ResponseValue>(
          form.map(({ item }, index) => [item.id, { chosen: choices[index] ?? [] }]),
        );
        const { raw } = scoreAttempt(form, responses);
        expect(toCents(raw)).toBeGreaterThanOrEqual(0);
        expect(scoreAttempt([...form].reverse(), responses).raw).toEqual(raw);
      }),
    );
    const keys = new Map<string, ResponseValue>(
      form.map(({ item }) => [item.id, { chosen: item.key as string[] }]),
    );
    expect(scoreAttempt(form, keys).raw).toEqual(f(1, 1));
    expect(scoreAttempt(form, new Map()).raw).toEqual(f(0, 1));
  });
});

describe('scoreCompetencies', () => {
  it('adds up what counts, each rounded once', () => {
    const one = (competency: string, num: number, den: number, weight = 1) => ({
      competency,
      weight,
      raw: f(num, den),
    });
    const items = [
      one(rag, 1, 1),
      one(rag, 2, 3),
      one(tuning, 0, 1),
      one(rag, 0, 1, 0),
      one('other', 1, 1, 0),
    ];
    expect(scoreCompetencies(items)).toEqual([
      { competency: rag, partCount: 2, scoreCents: 8_333 },
      { competency: tuning, partCount: 1, scoreCents: 0 },
    ]);
  });
});
