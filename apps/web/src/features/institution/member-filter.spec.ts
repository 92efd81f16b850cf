import { describe, expect, it } from '@jest/globals';
import type { CohortMember } from '@ennead/contracts';
import { filterMembers, readMemberFilter, withFilter, withoutFilters } from './member-filter.ts';

const member = (name: string, more: Partial<CohortMember> = {}): CohortMember => ({
  entryId: name,
  name,
  email: `${name}@example.org`,
  active: true,
  exam: 'not-started',
  lab: 'not-started',
  portfolio: 'not-started',
  result: 'undecided',
  grade: null,
  ...more,
});

const read = (address: string) => readMemberFilter(new URLSearchParams(address));
const names = (address: string, members: readonly CohortMember[]) =>
  filterMembers(members, read(address)).map(({ name }) => name);

describe('readMemberFilter', () => {
  it('reads what exists and ignores the rest', () => {
    expect(read('exam=scored&lab=exploded&people.q=li')).toEqual({ exam: 'scored' });
  });

  it('takes no state of another part', () => {
    expect(read('exam=handed-in')).toEqual({});
  });
});

describe('filterMembers', () => {
  const members = [
    member('ada', { exam: 'scored', lab: 'graded' }),
    member('bo', { exam: 'scored' }),
    member('chen', { active: false }),
  ];

  it.each([
    ['', ['ada', 'bo', 'chen']],
    ['exam=scored', ['ada', 'bo']],
    ['exam=scored&lab=graded', ['ada']],
    ['account=invited', ['chen']],
    ['account=active&exam=not-started', []],
  ])('with %j leaves %j', (address, left) => {
    expect(names(address, members)).toEqual(left);
  });
});

describe('the address', () => {
  it('keeps the rest when a state is chosen, and goes back to the first page', () => {
    const before = new URLSearchParams('people.q=li&people.page=3&lab=open');
    expect(withFilter(before, 'exam', 'open').toString()).toBe('people.q=li&lab=open&exam=open');
  });

  it('loses a state when none is chosen', () => {
    expect(withFilter(new URLSearchParams('exam=open'), 'exam', '').toString()).toBe('');
  });

  it('loses all states and nothing else', () => {
    const before = new URLSearchParams('people.q=li&lab=open&account=active');
    expect(withoutFilters(before).toString()).toBe('people.q=li');
  });
});
