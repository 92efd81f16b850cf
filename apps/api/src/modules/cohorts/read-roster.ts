import { Email, PersonName, Refusal, type RosterFault } from '@ennead/contracts';
import { parse } from 'csv-parse/sync';

const maxRows = 2000;
const emailHeaders = ['email', 'e-mail', '邮箱', '电子邮箱', '邮件'];
const nameHeaders = ['name', '姓名', '名字'];

export type ReadRow = { line: number; email: string; name: string; faults: RosterFault[] };

/**
 * Reads a roster: UTF-8 CSV with a header that names an e-mail and a name column in either language, in any order;
 * other columns are left alone.
 *
 * @throws Refusal ROSTER_UNREADABLE without those columns or when the quoting is broken, ROSTER_TOO_LONG
 */
export const readRoster = (csv: string): ReadRow[] => {
  const records = parseRecords(csv);
  const header = records[0]?.record.map((cell) => cell.trim().toLowerCase()) ?? [];
  const emailAt = header.findIndex((cell) => emailHeaders.includes(cell));
  const nameAt = header.findIndex((cell) => nameHeaders.includes(cell));
  if (emailAt < 0 || nameAt < 0) throw new Refusal('ROSTER_UNREADABLE');
  if (records.length - 1 > maxRows) throw new Refusal('ROSTER_TOO_LONG');
  const seen = new Set<string>();
  return records.slice(1).map(({ record, info }) => {
    const email = (record[emailAt] ?? '').trim().toLowerCase();
    const name = (record[nameAt] ?? '').trim();
    const faults = [...emailFaults(email), ...nameFaults(name)];
    if (email && seen.has(email)) faults.push('DUPLICATE_ROW');
    seen.add(email);
    return { line: info.lines, email, name, faults };
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
  return PersonName.safeParse(name).success ? [] : ['NAME_TOO_LONG'];
};
