import { expect, it } from '@jest/globals';
import { PersonRole } from '@ennead/contracts';
import { readPersonFilter, statusOf, withoutPersonFilters } from './person-filter.ts';
import { personRoles } from './person-roles.ts';

it('knows every role', () => {
  expect([...personRoles].sort()).toEqual([...PersonRole.options].sort());
});

it.each([
  [{ active: true, disabled: false }, 'active'],
  [{ active: false, disabled: false }, 'invited'],
  [{ active: false, disabled: true }, 'disabled'],
  [{ active: true, disabled: true }, 'disabled'],
] as const)('%j is %s', (flags, status) => {
  expect(statusOf(flags)).toBe(status);
});

const academy = '0a1b2c3d-0000-4000-8000-00000000000a';

it.each([
  ['', {}],
  ['role=moderator&people.q=li', { role: 'moderator' }],
  ['role=king&status=gone&institution=academy', {}],
  [`institution=${academy}&status=disabled`, { institution: academy, status: 'disabled' }],
  ['institution=none', { institution: 'none' }],
])('reads %j', (address, filter) => {
  expect(readPersonFilter(new URLSearchParams(address))).toEqual(filter);
});

it('clears every choice and leaves the rest of the address', () => {
  const before = new URLSearchParams('role=manager&status=active&people.q=li&people.page=2');
  expect(withoutPersonFilters(before).toString()).toBe('people.q=li');
});
