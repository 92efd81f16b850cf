import { expect, it } from '@jest/globals';
import type { TryView } from '@ennead/contracts';
import { heldTry } from './held-try.ts';

const row = (
  grade: number | null,
  state: 'issued' | 'superseded' | 'revoked' | null,
  hasExpired = false,
) => ({
  grade: grade as TryView['grade'],
  credential: state && {
    number: '1',
    state,
    issuedAt: '2026-01-01T00:00:00Z',
    expiresAt: null,
    hasExpired,
    supersededBy: null,
  },
});

it.each([
  ['while a new try is open', [row(2, 'issued'), row(null, null)], 2],
  ['after a better one', [row(2, 'superseded'), row(3, 'issued')], 3],
  ['after one that was no better', [row(2, 'issued'), row(1, null)], 2],
  ['once it has expired', [row(2, 'issued', true)], undefined],
  ['once it was revoked', [row(2, 'revoked')], undefined],
])('%s', (_, tries, grade) => {
  expect(heldTry(tries)?.grade).toBe(grade);
});
