import { expect, it } from '@jest/globals';
import type { CredentialStatus, TryView } from '@ennead/contracts';
import { heldTry } from './held-try.ts';

const row = (grade: number | null, status: CredentialStatus | null) => ({
  grade: grade as TryView['grade'],
  credential: status && {
    number: '1',
    status,
    issuedAt: '2026-01-01T00:00:00Z',
    expiresAt: null,
    supersededBy: null,
  },
});

it.each([
  ['while a new try is open', [row(2, 'valid'), row(null, null)], 2],
  ['after a better one', [row(2, 'superseded'), row(3, 'valid')], 3],
  ['after one that was no better', [row(2, 'valid'), row(1, null)], 2],
  ['once it has expired', [row(2, 'expired')], undefined],
  ['once it was revoked', [row(2, 'revoked')], undefined],
])('%s', (_, tries, grade) => {
  expect(heldTry(tries)?.grade).toBe(grade);
});
