import { expect, it } from '@jest/globals';
import { isEvidenceInDate } from './is-evidence-in-date.ts';

it.each([
  ['2026-03-01T00:00:00Z', '2026-03-02T00:00:00Z', 365, true],
  ['2026-03-02T00:00:00Z', '2026-03-01T00:00:00Z', 365, true],
  ['2026-03-01T00:00:00Z', '2027-03-01T00:00:00Z', 365, true],
  ['2026-03-01T00:00:00Z', '2027-03-01T00:00:01Z', 365, false],
  ['2026-03-01T00:00:00Z', '2029-03-01T00:00:00Z', 365, false],
  ['2026-03-01T00:00:00Z', '2026-03-08T00:00:00Z', 7, true],
  ['2026-03-01T00:00:00Z', '2026-03-08T00:00:01Z', 7, false],
])('what was decided %s holds for %s within %i days: %s', (decided, opens, days, holds) => {
  expect(isEvidenceInDate(new Date(decided), new Date(opens), days)).toBe(holds);
});
