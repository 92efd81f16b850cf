import { describe, expect, it } from '@jest/globals';
import { aMultipleItem, anItem, aTrueFalseItem } from '@ennead/testing/builders';
import fc from 'fast-check';
import { layOutForm } from './lay-out-form.ts';

const form = [anItem({ id: 'one' }), aMultipleItem({ id: 'two' }), aTrueFalseItem({ id: 'three' })];

describe('layOutForm', () => {
  it('shows every item and every option once, and leaves items without options alone', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const layout = layOutForm(form, seed);
        const sorted = [...layout].sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
        expect(sorted.map(({ itemId, optionOrder }) => [itemId, [...optionOrder].sort().join('')])).toEqual([
          ['one', 'ABCD'],
          ['three', ''],
          ['two', 'ABCDE'],
        ]);
        expect(layOutForm(form, seed)).toEqual(layout);
      }),
    );
  });

  it('shows the same from a recorded seed, for ever', () => {
    expect(layOutForm(form, 'a recorded seed')).toStrictEqual([
      { itemId: 'three', optionOrder: [] },
      { itemId: 'two', optionOrder: ['E', 'D', 'A', 'C', 'B'] },
      { itemId: 'one', optionOrder: ['B', 'D', 'C', 'A'] },
    ]);
  });

  it('differs between candidates', () => {
    const layouts = Array.from({ length: 50 }, (_, seed) =>
      JSON.stringify(layOutForm(form, `candidate ${seed}`)),
    );
    expect(new Set(layouts).size).toBeGreaterThan(45);
  });

  it('orders the options of an item by seed and item alone', () => {
    const alone = layOutForm([form[1]!], 'seed')[0];
    expect(layOutForm(form, 'seed')).toContainEqual(alone);
  });

  it('orders the options of each item apart from those of the others', () => {
    const alike = Array.from({ length: 20 }, (_, at) => aMultipleItem({ id: `item-${at}` }));
    const orders = layOutForm(alike, 'seed').map(({ optionOrder }) => optionOrder.join(''));
    expect(new Set(orders).size).toBeGreaterThan(10);
  });
});
