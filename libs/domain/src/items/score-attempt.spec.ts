import { describe, expect, it } from '@jest/globals';
import type { ResponseValue } from '@ennead/contracts';
import { aMultipleItem, anItem, aTrueFalseItem } from '@ennead/testing/builders';
import fc from 'fast-check';
import { scoreAttempt } from './score-attempt.ts';

const rag = 'application-engineer.knowledge.rag-agents';
const tuning = 'application-engineer.knowledge.fine-tuning';

describe('scoreAttempt', () => {
  it('weighs every item the same and adds up per competency', () => {
    const form = [
      anItem({ id: 'one', competency: rag }),
      aMultipleItem({ id: 'two', competency: rag }),
      aTrueFalseItem({ id: 'three', competency: tuning }),
    ];
    const responses = new Map<string, ResponseValue>([
      ['one', { chosen: ['A'] }],
      ['two', { chosen: ['A', 'B'] }],
    ]);
    expect(scoreAttempt(form, responses)).toEqual({
      scoreCents: 5_556,
      items: [
        { itemId: 'one', competency: rag, earned: 1, of: 1, outcome: 'right' },
        { itemId: 'two', competency: rag, earned: 2, of: 3, outcome: 'partial' },
        { itemId: 'three', competency: tuning, earned: 0, of: 1, outcome: 'unanswered' },
      ],
      competencies: [
        { competency: rag, partCount: 2, scoreCents: 8_333 },
        { competency: tuning, partCount: 1, scoreCents: 0 },
      ],
    });
  });

  it('rounds half a hundredth upwards, once, at the end', () => {
    const form = Array.from({ length: 32 }, (_, index) => anItem({ id: `item-${index}` }));
    const right = (count: number) =>
      new Map<string, ResponseValue>(form.slice(0, count).map(({ id }) => [id, { chosen: ['A'] }]));
    expect(scoreAttempt(form, right(1)).scoreCents).toBe(313);
    expect(scoreAttempt(form, right(2)).scoreCents).toBe(625);
    expect(scoreAttempt(form, right(3)).scoreCents).toBe(938);
  });

  it('sums thirds without loss: three of them make a whole', () => {
    const form = ['a', 'b', 'c'].map((id) => aMultipleItem({ id }));
    const responses = new Map<string, ResponseValue>(form.map(({ id }) => [id, { chosen: ['A'] }]));
    expect(scoreAttempt(form, responses).scoreCents).toBe(3_333);
  });

  it('refuses an empty form', () => {
    expect(() => scoreAttempt([], new Map())).toThrow(RangeError);
  });

  it('is bounded, reaches both ends, and does not care about the order of the form', () => {
    const form = Array.from({ length: 12 }, (_, index) =>
      index % 2 ? anItem({ id: `item-${index}` }) : aMultipleItem({ id: `item-${index}` }),
    );
    const choice = fc.array(fc.constantFrom('A', 'B', 'C', 'D'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(choice, { minLength: 12, maxLength: 12 }), (choices) => {
        const responses = new Map<string, ResponseValue>(
          form.map(({ id }, index) => [id, { chosen: choices[index] ?? [] }]),
        );
        const { scoreCents } = scoreAttempt(form, responses);
        expect(scoreCents).toBeGreaterThanOrEqual(0);
        expect(scoreCents).toBeLessThanOrEqual(10_000);
        expect(scoreAttempt([...form].reverse(), responses).scoreCents).toBe(scoreCents);
      }),
    );
    const keys = new Map<string, ResponseValue>(form.map((item) => [item.id, { chosen: item.key }]));
    expect(scoreAttempt(form, keys).scoreCents).toBe(10_000);
    expect(scoreAttempt(form, new Map()).scoreCents).toBe(0);
  });
});
