import { expect, it } from '@jest/globals';
import { planAccess, toAccess, wrongAddresses, type AccessPlan } from './plan-access.ts';

const plan = (more: Partial<AccessPlan>): AccessPlan => ({ ...planAccess(), ...more });
const house = (quota: string) => ({ institutionId: 'one', quota });

it.each<[string, Partial<AccessPlan>, object | null]>([
  ['everybody', {}, { access: 'open', places: null, confirms: false, houses: [], guests: [] }],
  ['so many', { places: ' 40 ' }, { places: 40 }],
  ['no places', { places: '0' }, null],
  ['half a place', { places: '1.5' }, null],
  ['too many', { places: '100001' }, null],
  [
    'institutions',
    { access: 'institutions', houses: [house(''), { institutionId: 'two', quota: '5' }], guests: 'x' },
    {
      houses: [
        { institutionId: 'one', quota: null },
        { institutionId: 'two', quota: 5 },
      ],
      guests: [],
    },
  ],
  ['no institution', { access: 'institutions' }, null],
  ['a quota that is none', { access: 'institutions', houses: [house('few')] }, null],
  [
    'a list',
    { access: 'list', guests: 'Ada@example.org\r\neve@example.org;ADA@example.org', houses: [house('1')] },
    { guests: ['ada@example.org', 'eve@example.org'], houses: [] },
  ],
  ['an empty list', { access: 'list', guests: ' \n' }, null],
  ['a list with something else in it', { access: 'list', guests: 'ada@example.org\nEve' }, null],
])('%s', (_, more, wanted) => {
  const access = toAccess(plan(more));
  if (wanted) expect(access).toMatchObject(wanted);
  else expect(access).toBeNull();
});

it('names what is no address', () => {
  expect(wrongAddresses('ada@example.org, Eve, bob@host')).toEqual(['eve', 'bob@host']);
});
