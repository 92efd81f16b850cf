import { describe, expect, it } from '@jest/globals';
import { judgeRoster, type KnownPeople } from './judge-roster.ts';
import type { ReadRow } from './read-roster.ts';

const institutionId = 'house';
const row = (email: string, more: Partial<ReadRow> = {}): ReadRow => ({
  line: 1,
  email,
  name: 'Ann',
  studentNumber: null,
  faults: [],
  ...more,
});
const known = (more: Partial<KnownPeople> = {}): KnownPeople => ({
  institutionId,
  people: new Map(),
  enrolledIds: new Set(),
  nextTries: new Map(),
  placesLeft: null,
  numbers: new Map(),
  settled: {},
  ...more,
});
const person = (id: string, name: string) => ({
  id,
  name,
  roles: ['candidate' as const],
  institutionId,
  disabledAt: null,
});
const outcomes = (rows: readonly ReadRow[], more: Partial<KnownPeople>) =>
  judgeRoster(rows, known(more)).map(({ outcome, faults }) => [outcome, ...faults]);

describe('the places that a roster has', () => {
  it('go to its first rows', () => {
    expect(outcomes([row('a@x.org'), row('b@x.org')], { placesLeft: 1 })).toEqual([
      ['new-person'],
      ['fault', 'NO_PLACE'],
    ]);
  });

  it('are not taken by a faulty row, nor by somebody who is in the session already', () => {
    const rows = [row('a@x.org', { faults: ['NAME_MISSING'] }), row('in@x.org'), row('b@x.org')];
    const people = new Map([['in@x.org', person('in', 'Ann')]]);
    expect(outcomes(rows, { placesLeft: 1, people, enrolledIds: new Set(['in']) })).toEqual([
      ['fault', 'NAME_MISSING'],
      ['enrolled-already'],
      ['new-person'],
    ]);
  });
});

it('a name that is stored decomposed does not differ from the same one composed', () => {
  const people = new Map([['z@x.org', person('z', 'Zoe\u0308')]]);
  const [same] = judgeRoster([row('z@x.org', { name: 'Zo\u00eb' })], known({ people }));
  expect([same!.outcome, same!.storedName]).toEqual(['known-person', null]);
  const [other] = judgeRoster([row('z@x.org', { name: 'Zoe' })], known({ people }));
  expect([other!.outcome, other!.storedName, other!.faults]).toEqual([
    'fault',
    'Zoe\u0308',
    ['NAME_DIFFERS'],
  ]);
});
