import { inertCell } from '@ennead/contracts';
import { stringify } from 'csv-stringify/sync';

/** Spreadsheets need a byte order mark to read Chinese. */
export const csvStart = '\uFEFF';

/** Rows as text, of which nothing runs where a spreadsheet opens it. */
export const csvLines = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (typeof cell === 'string' ? inertCell(cell) : cell))),
    { record_delimiter: 'windows' },
  );
