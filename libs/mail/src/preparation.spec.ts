import { expect, it } from '@jest/globals';
import { describePreparation } from './preparation.ts';

const nothing = { venue: null, halls: [], asked: [], missing: [], isConfirmed: true } as const;
const all = ['application', 'names', 'experience', 'identity'] as const;
const english = (row: Parameters<typeof describePreparation>[0]) => {
  const { where, bring, steps } = describePreparation(row);
  return [where.en, bring.en, steps.en];
};

it('speaks of network and computer where no venue is named, and of nothing that is not asked', () => {
  expect(english(nothing)).toEqual([
    'online, no venue is named',
    'a computer and a network that work',
    'nothing',
  ]);
});

it('asks for a paper at a venue that asks for identity, and of no computer there', () => {
  const seen = { ...nothing, venue: 'North building', halls: ['1', '2'], asked: all };
  expect(english(seen)).toEqual([
    'North building (halls: 1, 2)',
    'the original of your identity document',
    'nothing',
  ]);
  expect(english({ ...seen, halls: [], asked: [] })).toEqual([
    'North building',
    'nothing in particular',
    'nothing',
  ]);
});

it('asks for a paper elsewhere only until it was seen', () => {
  expect(english({ ...nothing, asked: all })[1]).toBe('a computer and a network that work');
  expect(english({ ...nothing, asked: all, missing: ['identity'] })[1]).toBe(
    'the original of your identity document and a computer and a network that work',
  );
});

it('names the steps that are missing in both languages, and not what is shown on the day', () => {
  const { steps } = describePreparation({ ...nothing, asked: all, missing: all, isConfirmed: false });
  expect(steps).toEqual({
    'zh-CN': '确认邮箱、签署报考申请、确认姓名、由颁证机构核对从业经历（请备好证明材料）',
    en: 'your address confirmed, the application signed, your names confirmed and your experience checked by the body (have your evidence ready)',
  });
});
