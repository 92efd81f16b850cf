import { describe, expect, it } from '@jest/globals';
import { aBlueprint } from '@ennead/testing/builders';
import fc from 'fast-check';
import { DomainFault } from '../domain-fault.ts';
import { drawForm, findShortages } from './draw-form.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

const rag = 'application-engineer.knowledge.rag-agents';
const tuning = 'application-engineer.knowledge.fine-tuning';
const bank = [
  ...Array.from({ length: 20 }, (_, index) => ({ id: `rag-${index}`, competency: rag })),
  ...Array.from({ length: 10 }, (_, index) => ({ id: `tuning-${index}`, competency: tuning })),
];
const blueprint = aBlueprint({
  sections: [
    { competency: rag, count: 5 },
    { competency: tuning, count: 3 },
  ],
});

describe('drawForm', () => {
  it('draws the same form from a recorded seed, for ever', () => {
    expect(drawForm(blueprint, bank, 'a recorded seed')).toEqual([
      'rag-14',
      'rag-7',
      'rag-0',
      'rag-5',
      'rag-2',
      'tuning-5',
      'tuning-7',
      'tuning-9',
    ]);
  });

  it('keeps to the blueprint, repeats nothing and ignores the order of the bank', () => {
    fc.assert(
      fc.property(fc.string(), fc.shuffledSubarray(bank, { minLength: bank.length }), (seed, reordered) => {
        const form = drawForm(blueprint, reordered, seed);
        expect(form.map((id) => id.split('-')[0])).toEqual([
          ...Array(5).fill('rag'),
          ...Array(3).fill('tuning'),
        ]);
        expect(new Set(form).size).toBe(8);
        expect(form).toEqual(drawForm(blueprint, bank, seed));
      }),
    );
  });

  it('takes every item about equally often', () => {
    const drawn = Array.from({ length: 2_000 }, (_, seed) =>
      drawForm(blueprint, bank, `seed ${seed}`),
    ).flat();
    for (const { id, competency } of bank) {
      const expected = competency === rag ? 500 : 600;
      expect(Math.abs(drawn.filter((each) => each === id).length - expected)).toBeLessThan(100);
    }
  });

  it('names every section that lacks items', () => {
    const asking = aBlueprint({
      sections: [
        { competency: rag, count: 21 },
        { competency: tuning, count: 10 },
        { competency: 'application-engineer.knowledge.ml-foundations', count: 1 },
      ],
    });
    const refused = new DomainFault('FORM_SHORTAGE', {
      shortages: [
        { competency: rag, asked: 21, available: 20 },
        { competency: 'application-engineer.knowledge.ml-foundations', asked: 1, available: 0 },
      ],
    });
    expect(() => drawForm(asking, bank, 'seed')).toThrow(refused);
  });
});

describe('findShortages', () => {
  const paper = (competency: string, count: number) => aBlueprint({ sections: [{ competency, count }] });

  it('counts what papers ask together, for they share no item', () => {
    expect(findShortages([paper(rag, 12), paper(rag, 8), paper(tuning, 10)], bank)).toEqual([]);
    expect(findShortages([paper(rag, 12), paper(tuning, 10), paper(rag, 9)], bank)).toEqual([
      { competency: rag, asked: 21, available: 20 },
    ]);
  });
});

describe('seededRandom', () => {
  const firstOf = (seed: string, purpose: string) => {
    const random = seededRandom(seed, purpose);
    return Array.from({ length: 5 }, () => random(999_999));
  };

  it('is the same stream for ever', () => {
    expect(firstOf('a recorded seed', 'draw')).toEqual([617_073, 11_150, 685_408, 850_135, 844_007]);
  });

  it('is another for another seed, another purpose, and where one ends and the other begins', () => {
    const streams = [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'b'],
      ['ab', ''],
      ['', 'ab'],
    ].map(([seed, purpose]) => String(firstOf(seed!, purpose!)));
    expect(new Set(streams).size).toBe(5);
  });

  it('draws from 0 to the most, both included', () => {
    const random = seededRandom('seed', 'dice');
    const drawn = Array.from({ length: 600 }, () => random(5));
    expect([...new Set(drawn)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('shuffle', () => {
  it('leaves the list as it was given', () => {
    const list = Object.freeze(['a', 'b', 'c', 'd']);
    expect([...shuffle(list, seededRandom('seed', 'test'))].sort()).toEqual(list);
  });

  it('makes all orders of three about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 6_000; seed += 1) {
      const order = shuffle(['a', 'b', 'c'], seededRandom(String(seed), 'test')).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
