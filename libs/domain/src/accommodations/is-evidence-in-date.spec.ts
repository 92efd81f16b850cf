import { expect, it } from '@jest/globals';
import { isEvidenceInDate } from './is-evidence-in-date.ts';

it.each([
  ['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', true],
  ['2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z', true],
  ['2026-03-01T00:00:00Z', '2027-03-01T00:00:00Z', true],
  ['2026-03-01T00:00:00Z', '2027-03-01T00:00:01Z', false],
  ['2026-03-01T00:00:00Z', '2029-03-01T00:00:00Z', false],
])('what was decided %s holds for %s: %s', (decided, opens, holds) => {
  expect(isEvidenceInDate(new Date(decided), new Date(opens))).toBe(holds);
});
