import { describe, expect, it } from '@jest/globals';
import type { LabPlan } from '@ennead/contracts/internal';
import { fractionFromInts as f, toCents } from '../scores/fraction.ts';
import { labShare } from './lab-share.ts';
import { scoreByPlan } from './score-by-plan.ts';

const feedback = { 'zh-CN': '再看一遍。', en: 'Look again.' };
const aCase = (id: string, weight = 1) => ({ id, weight, timeoutSec: 10, feedback });
const plan: LabPlan = {
  labId: 'application-engineer/mend-it',
  version: 1,
  command: ['python3', 'main.py'],
  checks: [
    { task: 'read', points: 30, cases: [aCase('a'), aCase('b'), aCase('c')] },
    { task: 'write', points: 70, cases: [aCase('d', 2), aCase('e', 1)] },
  ],
};
const passed = (...ids: string[]) =>
  new Map(
    plan.checks.map(({ task, cases }) => [task, cases.map(({ id }) => ({ id, passed: ids.includes(id) }))]),
  );

describe('labShare', () => {
  it.each([
    ['nothing', passed(), f(0, 1)],
    ['everything', passed('a', 'b', 'c', 'd', 'e'), f(1, 1)],
    // 30/100 x 1/3 + 70/100 x 2/3
    ['a case of each', passed('a', 'd'), f(17, 30)],
    ['a task that nobody ran', new Map([['read', [{ id: 'a', passed: true }]]]), f(1, 10)],
    ['a case that the plan does not know', new Map([['read', [{ id: 'z', passed: true }]]]), f(0, 1)],
  ])('%s', (_, outcomes, expected) => {
    expect(labShare(plan, outcomes)).toEqual(expected);
  });

  it('keeps what the verdict rounds down task by task', () => {
    expect(scoreByPlan(plan, passed('d')).scoreCents).toBe(4_666);
    expect(toCents(labShare(plan, passed('d')))).toBe(4_667);
  });
});
