import { describe, expect, it } from '@jest/globals';
import { aMultipleItem } from '@ennead/testing/builders';
import fc from 'fast-check';
import { scoreMultiple } from './score-multiple.ts';

const options = ['A', 'B', 'C', 'D', 'E'];
const keys = fc.subarray(options, { minLength: 2, maxLength: 4 });
const choices = fc.subarray(options);
const share = (key: string[], chosen: string[]) => {
  const { earned, of } = scoreMultiple(aMultipleItem({ key }), chosen);
  return earned / of;
};

describe('scoreMultiple, for any key and choice', () => {
  it('lies between nothing and the whole mark, which the key alone earns', () => {
    fc.assert(
      fc.property(keys, choices, (key, chosen) => {
        const isKey = chosen.length === key.length && chosen.every((option) => key.includes(option));
        expect(share(key, chosen)).toBeGreaterThanOrEqual(0);
        expect(share(key, chosen) === 1).toBe(isKey);
      }),
    );
  });

  it('never falls by a right choice, never rises by a wrong one', () => {
    fc.assert(
      fc.property(keys, choices, fc.constantFrom(...options), (key, chosen, added) => {
        fc.pre(!chosen.includes(added));
        const [before, after] = [share(key, chosen), share(key, [...chosen, added])];
        if (key.includes(added)) expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });
});
