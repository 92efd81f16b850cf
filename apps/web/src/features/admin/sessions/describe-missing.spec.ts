import { expect, it } from '@jest/globals';
import { describeMissing, describeUnusable } from './describe-missing.ts';

it('names what is missing and what is too little', () => {
  expect(
    describeMissing([
      { path: 'blueprint', message: 'no blueprint for senior data-engineer' },
      { path: 'lab', message: 'no lab for senior data-engineer' },
      { path: 'items', message: 'data-engineer.knowledge.cleaning: 4 asked, 2 there' },
    ]),
  ).toEqual([
    { kind: 'blueprint' },
    { kind: 'lab' },
    { kind: 'items', competency: 'data-engineer.knowledge.cleaning', asked: '4', available: '2' },
  ]);
});

it('says once that there is more which it cannot name', () => {
  expect(
    describeMissing([
      { path: 'items', message: 'something new' },
      { path: 'weather', message: 'rain' },
    ]),
  ).toEqual([{ kind: 'other' }]);
});

it('says what is damaged by kind and id, and nothing of what it does not know', () => {
  const faults = [
    { path: 'lab', message: 'application-engineer/mend-it' },
    { path: 'moon', message: 'full' },
  ];
  expect(describeUnusable(faults)).toEqual([
    { kind: 'unusable', content: 'lab', contentId: 'application-engineer/mend-it' },
  ]);
});
