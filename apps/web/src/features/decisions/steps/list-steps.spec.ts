import { expect, it } from '@jest/globals';
import type { DecisionRecord, EarlierTry, Evidence } from '@ennead/contracts';
import { listSteps } from './list-steps.ts';

type Parts = Pick<Evidence, 'exams' | 'labs' | 'portfolios'>;
const part = (partId: string, dimension: string, weight = 1) => ({ partId, dimension, weight });
const evidence = (parts: Record<keyof Parts, unknown[]>) =>
  ({ earlier: [], ...parts }) as unknown as Evidence;

it('has one step for each part of a usual session', () => {
  const steps = listSteps(
    evidence({
      exams: [part('f', 'knowledge')],
      labs: [part('l', 'skills')],
      portfolios: [part('p', 'practice')],
    }),
    [],
  );
  expect(steps.map(({ number, id, partId }) => [number, id, partId])).toEqual([
    [1, 'rules', null],
    [2, 'exam', 'f'],
    [3, 'lab', 'l'],
    [4, 'portfolio', 'p'],
    [5, 'experience', null],
    [6, 'result', null],
    [7, 'trail', null],
    [8, 'decision', null],
  ]);
});

it('gives several parts of a kind addresses and places of their own', () => {
  const steps = listSteps(
    evidence({
      exams: [part('f', 'knowledge')],
      labs: [part('l1', 'skills'), part('l2', 'skills', 2)],
      portfolios: [],
    }),
    [],
  );
  expect(steps.slice(1, 5).map(({ id }) => id)).toEqual(['exam', 'lab-1', 'lab-2', 'experience']);
  expect(steps[3]?.place).toMatchObject({ number: 2, count: 2, weight: 2, weights: 3 });
});

it('has a step for earlier tries and one for decisions that stand in no other, where there are any', () => {
  const parts = { ...evidence({ exams: [], labs: [], portfolios: [] }), earlier: [{} as EarlierTry] };
  const steps = listSteps(parts, [{} as DecisionRecord]);
  expect(steps.map(({ code }) => code)).toEqual([
    'rules',
    'earlier',
    'experience',
    'result',
    'trail',
    'past',
    'decision',
  ]);
});
