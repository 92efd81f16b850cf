import { expect, it } from '@jest/globals';
import type { EntryResultView, TryView } from '@ennead/contracts';
import { offersNextGrade } from './offers-next-grade.ts';

const view = (grade: number | null, status: string | null = null, outcome = 'grant') =>
  ({
    result: { next: grade && { grade } },
    credential: status && { status },
    decision: { outcome },
  }) as unknown as EntryResultView;
const holding = (grade: number) => [{ grade, credential: { status: 'valid' } }] as unknown as TryView[];

it.each([
  ['there is a next grade', view(3), [], true],
  ['at the top', view(null), [], false],
  ['a better certificate took the place of this one', view(3, 'superseded'), [], false],
  ['the grade was taken back', view(3, 'revoked', 'withdraw'), [], false],
  ['that grade is held', view(3), holding(3), false],
  ['a lower one is held', view(3, 'valid'), holding(2), true],
] as const)('%s', (_, facts, tries, offers) => {
  expect(offersNextGrade(facts, tries)).toBe(offers);
});
