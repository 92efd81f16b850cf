import { expect, it } from '@jest/globals';
import { placeParts } from './place-parts.ts';

const form = (weight = 1) => ({ dimension: 'knowledge' as const, weight });
const lab = (weight = 1) => ({ dimension: 'skills' as const, weight });

it('has nothing to number where there is one of a kind', () => {
  expect(placeParts([form(), lab(7)])).toMatchObject([
    { kind: 'form', number: 1, count: 1, weight: 1, weights: 1 },
    { kind: 'lab', number: 1, count: 1, weight: 7, weights: 7 },
  ]);
});

it('numbers in the order of the session, however the kinds are mixed', () => {
  expect(
    placeParts([lab(1), form(), lab(2), form()]).map(({ kind, number, count }) => [kind, number, count]),
  ).toEqual([
    ['lab', 1, 2],
    ['form', 1, 2],
    ['lab', 2, 2],
    ['form', 2, 2],
  ]);
});

it('weighs a part against those of its own dimension only', () => {
  expect(placeParts([form(5), lab(1), lab(2)]).map(({ weight, weights }) => [weight, weights])).toEqual([
    [5, 5],
    [1, 3],
    [2, 3],
  ]);
});
