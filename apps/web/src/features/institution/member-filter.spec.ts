import { describe, expect, it } from '@jest/globals';
import { readMemberFilter, withFilter, withoutFilters } from './member-filter.ts';

const read = (address: string) => readMemberFilter(new URLSearchParams(address));
describe('readMemberFilter', () => {
  it('reads what exists and ignores the rest', () => {
    expect(read('exam=scored&lab=exploded&people.q=li')).toEqual({ exam: 'scored' });
  });

  it('reads what became of mail', () => {
    expect(read('mail=refused')).toEqual({ mail: 'refused' });
    expect(read('mail=sending')).toEqual({});
  });

  it('reads what is missing before the first part', () => {
    expect(read('missing=names')).toEqual({ missing: 'names' });
    expect(read('missing=money')).toEqual({});
  });

  it('takes no state of another part', () => {
    expect(read('exam=handed-in')).toEqual({});
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
