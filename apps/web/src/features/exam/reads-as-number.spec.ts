import { expect, it } from '@jest/globals';
import { readsAsNumber } from './reads-as-number.ts';

it.each([
  ['42', true],
  ['-0.25', true],
  ['.5', true],
  ['1,500', true],
  ['1 500 000.5', true],
  ['1.5e3', true],
  ['1.5×10^3', true],
  ['1.5×10³', true],
  ['４２', true],
  ['−3', true],
  ['13 chunks', true],
  ['13块', true],
  ['1,5', false],
  ['12,50', false],
  ['about 3', false],
  ['3 or 4', false],
  ['.', false],
  ['块', false],
])('%j: %j', (text, reads) => {
  expect(readsAsNumber(text, ['chunks', '块'])).toBe(reads);
});
