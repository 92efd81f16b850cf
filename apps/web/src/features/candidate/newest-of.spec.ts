import { expect, it } from '@jest/globals';
import type { EntryCause } from '@ennead/contracts';
import { newestOf } from './newest-of.ts';

const entry = (enrolmentId: string, number: number, cause: EntryCause = 'retake') => ({
  enrolmentId,
  number,
  cause,
});

it('shows the newest try of each enrolment, and its newest mock exam', () => {
  const entries = [
    entry('a', 1, 'first'),
    entry('a', 3),
    entry('a', 2, 'mock'),
    entry('a', 4, 'mock'),
    entry('b', 1),
  ];
  expect(newestOf(entries).map(({ enrolmentId, number }) => `${enrolmentId}${number}`)).toEqual([
    'a3',
    'a4',
    'b1',
  ]);
});
