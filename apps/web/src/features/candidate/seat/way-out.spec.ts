import { expect, it } from '@jest/globals';
import type { EntryState, OwnEntry } from '@ennead/contracts';
import { wayOut, type WayOut } from './way-out.ts';

const opensAt = '2026-05-03T12:00:00.000Z';

it.each<[EntryState, string, OwnEntry['parts'][number]['state'], WayOut | null]>([
  ['waiting', '11:59', 'not-started', 'leaveLine'],
  ['waiting', '12:01', 'not-started', 'leaveLine'],
  ['requested', '12:01', 'not-started', 'withdraw'],
  ['entered', '11:59', 'not-started', 'withdraw'],
  ['entered', '12:00', 'not-started', null],
  ['entered', '11:59', 'draft', null],
  ['invited', '11:59', 'not-started', null],
  ['decided', '11:59', 'not-started', null],
  ['withdrawn', '11:59', 'not-started', null],
])('of what is %s at %s with a part that is %s: %s', (state, at, part, way) => {
  expect(wayOut({ state, opensAt, serverNow: `2026-05-03T${at}:00.000Z`, parts: [{ state: part }] })).toBe(
    way,
  );
});
