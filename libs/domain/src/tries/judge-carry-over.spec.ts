import { describe, expect, it } from '@jest/globals';
import { firstRules } from '@ennead/contracts';
import { someRules } from '@ennead/testing/builders';
import { judgeCarryChoice } from './judge-carry-choice.ts';
import type { CarryContext, DimensionRecord } from './judge-carry-over.ts';
import { judgeCarryOver } from './judge-carry-over.ts';

const at = (local: string) => new Date(`${local}+08:00`).toISOString();
const scheme = { id: 'ennead', version: 2 };
const record: DimensionRecord = {
  dimension: 'skills',
  cents: 7_000,
  scheme,
  satAt: at('2026-12-01T10:00'),
  entryNumber: 1,
  misconduct: false,
};
const context: CarryContext = {
  rules: someRules(),
  scheme,
  sittings: [record],
  chosenAt: at('2027-03-01T10:00'),
};
const carriable = { kind: 'carriable', until: at('2027-12-01T10:00') };
const refused = (code: string, more: object = {}) => ({ kind: 'refused', code, ...more });
const sitting = (dimension: 'skills' | 'knowledge', local: string) => ({ dimension, satAt: at(local) });

describe('judgeCarryOver', () => {
  it.each<[string, Partial<DimensionRecord>, Partial<CarryContext>, object]>([
    ['70 points, three months old', {}, {}, carriable],
    ['on the mark', { cents: 6_500 }, {}, carriable],
    [
      'a hundredth under it',
      { cents: 6_499 },
      {},
      refused('CARRY_UNDER_MARK', { cents: 6_499, fromCents: 6_500 }),
    ],
    ['a minute before it is a year old', {}, { chosenAt: at('2027-12-01T09:59') }, carriable],
    [
      'a year old',
      {},
      { chosenAt: at('2027-12-01T10:00') },
      refused('CARRY_TOO_OLD', { until: at('2027-12-01T10:00') }),
    ],
    [
      'sat on a leap day',
      { satAt: at('2028-02-29T10:00') },
      { chosenAt: at('2029-02-28T09:59') },
      { kind: 'carriable', until: at('2029-02-28T10:00') },
    ],
    [
      'an older version',
      { scheme: { id: 'ennead', version: 1 } },
      {},
      refused('CARRY_OTHER_SCHEME', { scheme: { id: 'ennead', version: 1 } }),
    ],
    [
      'another scheme',
      { scheme: { id: 'other', version: 2 } },
      {},
      refused('CARRY_OTHER_SCHEME', { scheme: { id: 'other', version: 2 } }),
    ],
    [
      'a later version',
      { scheme: { id: 'ennead', version: 3 } },
      {},
      refused('CARRY_OTHER_SCHEME', { scheme: { id: 'ennead', version: 3 } }),
    ],
    [
      'another scheme and given up: what lies in the record first',
      { scheme: { id: 'other', version: 2 } },
      { sittings: [record, sitting('skills', '2027-02-01T10:00')] },
      refused('CARRY_OTHER_SCHEME', { scheme: { id: 'other', version: 2 } }),
    ],
    [
      'given up and under the mark',
      { cents: 6_499 },
      { sittings: [record, sitting('skills', '2027-02-01T10:00')] },
      refused('CARRY_GIVEN_UP', { satAgainAt: at('2027-02-01T10:00') }),
    ],
    [
      'under the mark and too old',
      { cents: 6_499 },
      { chosenAt: at('2028-03-01T10:00') },
      refused('CARRY_UNDER_MARK', { cents: 6_499, fromCents: 6_500 }),
    ],
    [
      'sat again, the first of three told whatever their order',
      {},
      {
        sittings: [
          sitting('skills', '2027-02-01T10:00'),
          sitting('skills', '2027-01-15T10:00'),
          sitting('skills', '2027-02-20T10:00'),
        ],
      },
      refused('CARRY_GIVEN_UP', { satAgainAt: at('2027-01-15T10:00') }),
    ],
    ['misconduct', { misconduct: true }, {}, refused('CARRY_MISCONDUCT')],
    [
      'sat again, twice',
      {},
      { sittings: [sitting('skills', '2027-02-20T10:00'), sitting('skills', '2027-02-01T10:00'), record] },
      refused('CARRY_GIVEN_UP', { satAgainAt: at('2027-02-01T10:00') }),
    ],
    [
      'another dimension sat again',
      {},
      { sittings: [record, sitting('knowledge', '2027-02-01T10:00')] },
      carriable,
    ],
    [
      'the later of two sittings',
      {},
      { sittings: [sitting('skills', '2026-06-01T10:00'), record] },
      carriable,
    ],
    ['a scheme that carries nothing', {}, { rules: firstRules }, refused('CARRY_NOT_OFFERED')],
    [
      'everything against it: what nothing mends',
      { misconduct: true, cents: 0, scheme: { id: 'other', version: 1 } },
      {},
      refused('CARRY_MISCONDUCT'),
    ],
    [
      'given up and too old',
      {},
      { sittings: [record, sitting('skills', '2027-02-01T10:00')], chosenAt: at('2028-03-01T10:00') },
      refused('CARRY_GIVEN_UP', { satAgainAt: at('2027-02-01T10:00') }),
    ],
  ])('%s', (_, changes, circumstances, expected) => {
    expect(judgeCarryOver({ ...record, ...changes }, { ...context, ...circumstances })).toEqual(expected);
  });
});

describe('judgeCarryChoice', () => {
  const knowledge: DimensionRecord = { ...record, dimension: 'knowledge' };
  const practice: DimensionRecord = { ...record, dimension: 'practice' };
  it.each<[string, DimensionRecord[], object]>([
    ['nothing', [], { kind: 'carriable' }],
    ['one', [record], { kind: 'carriable' }],
    ['two', [record, knowledge], { kind: 'carriable' }],
    ['all three', [record, knowledge, practice], { kind: 'refused', refusals: [{ code: 'CARRY_ALL' }] }],
    [
      'all three, two of them for reasons of their own',
      [{ ...record, misconduct: true }, { ...knowledge, cents: 6_400 }, practice],
      {
        kind: 'refused',
        refusals: [
          { code: 'CARRY_MISCONDUCT', dimension: 'skills' },
          { code: 'CARRY_UNDER_MARK', dimension: 'knowledge', cents: 6_400, fromCents: 6_500 },
          { code: 'CARRY_ALL' },
        ],
      },
    ],
  ])('%s', (_, records, expected) => {
    expect(judgeCarryChoice(records, context)).toEqual(expected);
  });

  it('refuses a dimension twice', () => {
    expect(() => judgeCarryChoice([record, { ...record, cents: 8_000 }], context)).toThrow(
      new RangeError('a dimension is chosen twice'),
    );
  });
});
