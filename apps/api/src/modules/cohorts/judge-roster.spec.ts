import { describe, expect, it } from '@jest/globals';
import { judgeRoster, type Entered, type KnownPeople } from './judge-roster.ts';
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
  entered: new Map(),
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
const entered = (name: string, more: Partial<Entered> = {}): Entered => ({
  entryId: 'entry',
  name,
  rosterName: name,
  renamedBy: 'roster',
  ...more,
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
    expect(outcomes(rows, { placesLeft: 1, people, entered: new Map([['in', entered('Ann')]]) })).toEqual([
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

describe('another name for somebody who is in the session already', () => {
  const judge = (seat: Entered, settled: KnownPeople['settled'] = {}) => {
    const people = new Map([['in@x.org', person('in', 'Anne')]]);
    const judged = judgeRoster(
      [row('in@x.org')],
      known({ people, entered: new Map([['in', seat]]), settled }),
    )[0]!;
    return [judged.outcome, judged.storedName, ...judged.faults];
  };

  it('is the roster’s to say as long as nobody has opened the account', () => {
    expect(judge(entered('Anne'))).toEqual(['renamed', 'Anne']);
  });

  it('is for the manager to settle from then on', () => {
    const opened = entered('Anne', { renamedBy: 'registrar' });
    expect(judge(opened)).toEqual(['fault', 'Anne', 'NAME_DIFFERS']);
    expect(judge(opened, { 'in@x.org': 'keep-stored' })).toEqual(['enrolled-already', 'Anne']);
    expect(judge(opened, { 'in@x.org': 'ask-registrar' })).toEqual(['name-asked', 'Anne']);
  });

  it('is nothing new where a roster has said it before, and nobody’s once a part was begun', () => {
    expect(judge(entered('Anne', { renamedBy: 'registrar', rosterName: 'Ann' }))).toEqual([
      'enrolled-already',
      null,
    ]);
    expect(judge(entered('Anne', { renamedBy: null }))).toEqual(['enrolled-already', null]);
  });
});
