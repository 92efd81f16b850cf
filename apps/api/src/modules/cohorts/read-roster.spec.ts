import { describe, expect, it } from '@jest/globals';
import { readRoster } from './read-roster.ts';

describe('readRoster', () => {
  it('takes either language’s header, any order, a byte order mark and other columns', () => {
    const csv = '\uFEFF姓名,学号,邮箱\r\n"林, 悦",1, Lin@Example.org \r\n\r\n王强,2,wang@example.org\r\n';
    expect(readRoster(csv)).toEqual([
      { line: 2, name: '林, 悦', email: 'lin@example.org', faults: [] },
      { line: 4, name: '王强', email: 'wang@example.org', faults: [] },
    ]);
  });

  it.each([
    ['no address', ',Ann', ['EMAIL_MISSING']],
    ['a broken address', 'ann@,Ann', ['EMAIL_INVALID']],
    ['no name', 'ann@example.org,', ['NAME_MISSING']],
    ['a name without end', `ann@example.org,${'a'.repeat(81)}`, ['NAME_TOO_LONG']],
    ['a missing column', 'ann@example.org', ['NAME_MISSING']],
    ['nothing right', 'ann,', ['EMAIL_INVALID', 'NAME_MISSING']],
  ])('finds %s', (_, row, faults) => {
    expect(readRoster(`email,name\n${row}`)).toMatchObject([{ line: 2, faults }]);
  });

  it('finds the second of two rows with one address, whatever its case', () => {
    const rows = readRoster('email,name\nann@example.org,Ann\nANN@example.org,Ann B');
    expect(rows.map(({ faults }) => faults)).toEqual([[], ['DUPLICATE_ROW']]);
  });

  it.each([
    ['no header', 'ann@example.org,Ann'],
    ['broken quoting', 'email,name\n"ann@example.org,Ann'],
    ['nothing', ' '],
  ])('refuses a file with %s', (_, csv) => {
    expect(() => readRoster(csv)).toThrow('ROSTER_UNREADABLE');
  });

  it('refuses more rows than can be looked through', () => {
    const rows = Array.from({ length: 2001 }, (_, index) => `p${index}@example.org,P`);
    expect(() => readRoster(`email,name\n${rows.join('\n')}`)).toThrow('ROSTER_TOO_LONG');
  });
});
