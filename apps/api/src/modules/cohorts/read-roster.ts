import {
  isRounded,
  Email,
  PersonName,
  Refusal,
  rosterLimits,
  StudentNumber,
  type RosterColumns,
  type RosterFault,
  type RosterPreview,
} from '@ennead/contracts';
import { parse } from 'csv-parse/sync';

/** What columns are called in lists that schools keep. */
const headers: Readonly<Record<keyof RosterColumns, readonly string[]>> = {
  email: [
    'email',
    'e-mail',
    'mail',
    'email address',
    'e-mail address',
    '邮箱',
    '邮箱地址',
    '电子邮箱',
    '电子邮件',
    '电子邮件地址',
    '邮件',
  ],
  name: ['name', 'full name', 'student name', '姓名', '学生姓名', '考生姓名', '名字'],
  studentNumber: ['student number', 'student no', 'student no.', 'student id', '学号', '学生学号', '学籍号'],
};

export type ReadRow = {
  line: number;
  email: string;
  name: string;
  studentNumber: string | null;
  faults: RosterFault[];
};

/** How many rows may stand above the header: titles, dates, who made the list. */
const headerWithin = 10;
const sampleRows = 3;

export type ReadRoster = Pick<RosterPreview, 'header' | 'headerLine' | 'samples' | 'columns'> & {
  /** Empty as long as it is not known which column is which. */
  readonly rows: readonly ReadRow[];
};

/**
 * Reads a roster: UTF-8 CSV with a header, of whose columns two are an e-mail address and a name; other columns are left alone. Rows
 * above the header are titles, and are passed over.
 *
 * @param chosen which column is which, where somebody has said so
 * @throws Refusal ROSTER_UNREADABLE without two columns or when the quoting is broken, ROSTER_TOO_LONG
 */
export const readRoster = (csv: string, chosen?: RosterColumns): ReadRoster => {
  const all = parseRecords(csv);
  const at = findHeader(all);
  const header = trimmed(all[at]);
  const records = all.slice(at + 1);
  if (header.length < 2) throw new Refusal('ROSTER_UNREADABLE');
  if (records.length > rosterLimits.rows) throw new Refusal('ROSTER_TOO_LONG');
  const columns = chosen ?? {
    email: findColumn(header, 'email'),
    name: findColumn(header, 'name'),
    studentNumber: findColumn(header, 'studentNumber'),
  };
  const { email, name, studentNumber } = columns;
  const read = {
    header,
    headerLine: all[at]?.info.lines ?? 1,
    samples: records.slice(0, sampleRows).map(trimmed),
    columns,
  };
  if (email === null || name === null) return { ...read, rows: [] };
  return { ...read, rows: readRows(records, { email, name, studentNumber }) };
};

const trimmed = (one: ParsedRecord | undefined): string[] => one?.record.map((cell) => cell.trim()) ?? [];

/** The row that names an address and a name; where none does, the first that has more than a title in it. */
const findHeader = (records: readonly ParsedRecord[]): number => {
  const first = records.slice(0, headerWithin).map(trimmed);
  const named = first.findIndex(
    (cells) => findColumn(cells, 'email') !== null && findColumn(cells, 'name') !== null,
  );
  if (named >= 0) return named;
  return Math.max(
    0,
    first.findIndex((cells) => cells.filter(Boolean).length > 1),
  );
};

/** Words of a header as they are compared: Chinese ones are often spaced out. */
const plain = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/[_\s]+/g, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');

const findColumn = (header: readonly string[], column: keyof RosterColumns): number | null => {
  const at = header.findIndex((cell) => headers[column].includes(plain(cell)));
  return at < 0 ? null : at;
};

const readRows = (records: readonly ParsedRecord[], at: RosterColumns): ReadRow[] => {
  const seen = { emails: new Set<string>(), numbers: new Set<string>() };
  return records.map(({ record, info }) => {
    const cell = (place: number | null): string =>
      ((place === null ? undefined : record[place]) ?? '').trim().normalize();
    const email = cell(at.email).toLowerCase();
    const name = cell(at.name);
    const studentNumber = cell(at.studentNumber) || null;
    const faults = [...emailFaults(email), ...nameFaults(name), ...numberFaults(studentNumber)];
    if (email && seen.emails.has(email)) faults.push('DUPLICATE_ROW');
    else if (studentNumber !== null && seen.numbers.has(studentNumber)) faults.push('STUDENT_NUMBER_TWICE');
    seen.emails.add(email);
    if (studentNumber !== null) seen.numbers.add(studentNumber);
    return { line: info.lines, email, name, studentNumber, faults };
  });
};

type ParsedRecord = { record: string[]; info: { lines: number } };

const parseRecords = (csv: string): ParsedRecord[] => {
  try {
    return parse(csv, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      // A mark within a field that did not begin with one stands for itself.
      relax_quotes: true,
    }) as unknown as ParsedRecord[];
  } catch {
    throw new Refusal('ROSTER_UNREADABLE');
  }
};

const emailFaults = (email: string): RosterFault[] => {
  if (!email) return ['EMAIL_MISSING'];
  return Email.safeParse(email).success ? [] : ['EMAIL_INVALID'];
};

const nameFaults = (name: string): RosterFault[] => {
  if (!name) return ['NAME_MISSING'];
  return PersonName.safeParse(name).success ? [] : ['NAME_UNFIT'];
};

const numberFaults = (studentNumber: string | null): RosterFault[] => {
  if (studentNumber === null) return [];
  if (isRounded(studentNumber)) return ['STUDENT_NUMBER_ROUNDED'];
  return StudentNumber.safeParse(studentNumber).success ? [] : ['STUDENT_NUMBER_UNFIT'];
};
