import { describe, expect, it } from '@jest/globals';
import { readRoster } from './read-roster.ts';

describe('readRoster', () => {
  it('takes either language’s header, any order, a byte order mark and other columns', () => {
    const csv = '\uFEFF姓名,学号,邮箱\r\n"林, 悦",1, Lin@Example.org \r\n\r\n王强,2,wang@example.org\r\n';
    expect(readRoster(csv)).toEqual({
      header: ['姓名', '学号', '邮箱'],
      headerLine: 1,
      samples: [
        ['林, 悦', '1', 'Lin@Example.org'],
        ['王强', '2', 'wang@example.org'],
      ],
      columns: { email: 2, name: 0, studentNumber: 1 },
      rows: [
        { line: 2, name: '林, 悦', email: 'lin@example.org', studentNumber: '1', faults: [] },
        { line: 4, name: '王强', email: 'wang@example.org', studentNumber: '2', faults: [] },
      ],
    });
  });

  it.each([
    ['no address', ',Ann', ['EMAIL_MISSING']],
    ['a broken address', 'ann@,Ann', ['EMAIL_INVALID']],
    ['no name', 'ann@example.org,', ['NAME_MISSING']],
    ['a name without end', `ann@example.org,${'a'.repeat(81)}`, ['NAME_UNFIT']],
    ['a missing column', 'ann@example.org', ['NAME_MISSING']],
    ['nothing right', 'ann,', ['EMAIL_INVALID', 'NAME_MISSING']],
  ])('finds %s', (_, row, faults) => {
    expect(readRoster(`email,name\n${row}`).rows).toMatchObject([{ line: 2, faults }]);
  });

  it('finds the second of two rows with one address, whatever its case', () => {
    const { rows } = readRoster('email,name\nann@example.org,Ann\nANN@example.org,Ann B');
    expect(rows.map(({ faults }) => faults)).toEqual([[], ['DUPLICATE_ROW']]);
  });

  it('takes what is written decomposed as the same composed', () => {
    const { rows } = readRoster(
      'email,name,student number\nzoe@example.org,Zoe\u0308,E\u03011\nzo@example.org,Zo,\u00c91',
    );
    expect(rows.map(({ name, faults }) => [name, faults])).toEqual([
      ['Zo\u00eb', []],
      ['Zo', ['STUDENT_NUMBER_TWICE']],
    ]);
  });

  it('takes the columns that somebody names where the header says nothing', () => {
    const csv = 'Contact,Who,Code\nann@example.org,Ann,007';
    expect(readRoster(csv)).toEqual({
      header: ['Contact', 'Who', 'Code'],
      headerLine: 1,
      samples: [['ann@example.org', 'Ann', '007']],
      columns: { email: null, name: null, studentNumber: null },
      rows: [],
    });
    const { rows } = readRoster(csv, { email: 0, name: 1, studentNumber: 2 });
    expect(rows).toMatchObject([{ email: 'ann@example.org', name: 'Ann', studentNumber: '007' }]);
  });

  it.each([
    ['学生姓名', '电子邮件'],
    ['姓　名', '邮箱地址'],
    ['Full name', 'E-mail address'],
  ])('knows the headings %s and %s', (name, email) => {
    expect(readRoster(`${name},${email}\nAnn,ann@example.org`).rows).toMatchObject([
      { name: 'Ann', email: 'ann@example.org', faults: [] },
    ]);
  });

  it('passes over titles above the header, within the first ten rows', () => {
    const titled = (lines: number) =>
      `${'Class of 2026,,\n'.repeat(lines)}No,name,email\n1,Ann,ann@example.org`;
    expect(readRoster(titled(9))).toMatchObject({
      headerLine: 10,
      header: ['No', 'name', 'email'],
      rows: [{ line: 11, name: 'Ann' }],
    });
    expect(readRoster(titled(10)).rows).toEqual([]);
    expect(readRoster('Class of 2026,,\nNo,Who,Contact\n1,Ann,ann@example.org')).toMatchObject({
      headerLine: 2,
      header: ['No', 'Who', 'Contact'],
    });
  });

  it('takes a quotation mark within a field as it stands', () => {
    expect(readRoster('email,name\nann@example.org,Ann "Annie" Lee').rows).toMatchObject([
      { name: 'Ann "Annie" Lee', faults: [] },
    ]);
  });

  it('finds a student number that stands twice, or is too long', () => {
    const long = '1'.repeat(41);
    const { rows } = readRoster(`email,name,学号\na@b.org,A,1\nc@d.org,C,1\ne@f.org,E,${long}`);
    expect(rows.map(({ faults }) => faults)).toEqual([
      [],
      ['STUDENT_NUMBER_TWICE'],
      ['STUDENT_NUMBER_UNFIT'],
    ]);
  });

  it.each([
    ['\u202e7', ['STUDENT_NUMBER_UNFIT']],
    ['00\u00077', ['STUDENT_NUMBER_UNFIT']],
    ['00\u200b7', ['STUDENT_NUMBER_UNFIT']],
    ['"00\n7"', ['STUDENT_NUMBER_UNFIT']],
    ['2.02600171234568E+17', ['STUDENT_NUMBER_ROUNDED']],
    ['2.02601e17', ['STUDENT_NUMBER_ROUNDED']],
    ['20260017E', []],
    ['A-007/２', []],
    ['', []],
  ])('judges the student number %j: %j', (number, faults) => {
    expect(readRoster(`email,name,学号\na@b.org,A,${number}`).rows).toMatchObject([{ faults }]);
  });

  it.each([
    ['one column', 'email\nann@example.org'],
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
