import { describe, expect, it } from '@jest/globals';
import { PersonRole, type PersonRecord } from '@ennead/contracts';
import { filterPeople, readPersonFilter, statusOf, withoutPersonFilters } from './person-filter.ts';
import { personRoles } from './person-input.ts';

const person = (name: string, more: Partial<PersonRecord> = {}): PersonRecord => ({
  id: name,
  email: `${name}@example.org`,
  name,
  roles: ['candidate'],
  institution: null,
  createdAt: '2026-05-01T00:00:00Z',
  active: true,
  disabled: false,
  ...more,
});

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

describe('filterPeople', () => {
  const academy = { id: 'academy', name: { 'zh-CN': '学院', en: 'Academy' } };
  const people = [
    person('ada', { roles: ['assessor', 'moderator'] }),
    person('bo', { institution: academy, active: false }),
    person('chen', { roles: ['manager'], institution: academy, disabled: true }),
  ];

  it.each([
    ['', ['ada', 'bo', 'chen']],
    ['role=moderator', ['ada']],
    ['role=king', ['ada', 'bo', 'chen']],
    ['institution=academy', ['bo', 'chen']],
    ['institution=none', ['ada']],
    ['institution=academy&status=disabled', ['chen']],
    ['status=invited', ['bo']],
  ])('with %j leaves %j', (address, left) => {
    const filter = readPersonFilter(new URLSearchParams(address));
    expect(filterPeople(people, filter).map(({ name }) => name)).toEqual(left);
  });
});

it('clears every choice and leaves the rest of the address', () => {
  const before = new URLSearchParams('role=manager&status=active&people.q=li&people.page=2');
  expect(withoutPersonFilters(before).toString()).toBe('people.q=li');
});
