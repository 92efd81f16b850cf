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
  email: ['email', 'e-mail', '邮箱', '电子邮箱', '邮件'],
  name: ['name', '姓名', '名字'],
  studentNumber: ['student number', 'student no', 'student id', '学号', '学籍号'],
};

export type ReadRow = {
  line: number;
  email: string;
  name: string;
  studentNumber: string | null;
  faults: RosterFault[];
};

export type ReadRoster = Pick<RosterPreview, 'header' | 'columns'> & {
  /** Empty as long as it is not known which column is which. */
  readonly rows: readonly ReadRow[];
};

/**
 * Reads a roster: UTF-8 CSV with a header, of whose columns two are an e-mail address and a name; other columns are left alone.
 *
 * @param chosen which column is which, where somebody has said so
 * @throws Refusal ROSTER_UNREADABLE without two columns or when the quoting is broken, ROSTER_TOO_LONG
 */
export const readRoster = (csv: string, chosen?: RosterColumns): ReadRoster => {
  const [first, ...records] = parseRecords(csv);
  const header = first?.record.map((cell) => cell.trim()) ?? [];
  if (header.length < 2) throw new Refusal('ROSTER_UNREADABLE');
  if (records.length > rosterLimits.rows) throw new Refusal('ROSTER_TOO_LONG');
  const columns = chosen ?? {
    email: findColumn(header, 'email'),
    name: findColumn(header, 'name'),
    studentNumber: findColumn(header, 'studentNumber'),
  };
  const { email, name, studentNumber } = columns;
  if (email === null || name === null) return { header, columns, rows: [] };
  return { header, columns, rows: readRows(records, { email, name, studentNumber }) };
};

const findColumn = (header: readonly string[], column: keyof RosterColumns): number | null => {
  const at = header.findIndex((cell) => headers[column].includes(cell.toLowerCase().replace(/[_\s]+/g, ' ')));
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
