import { stringify } from 'csv-stringify/sync';

/** Spreadsheets need a byte order mark to read Chinese. */
export const csvStart = '\uFEFF';

/** A cell that a spreadsheet would run as a formula is quoted with an apostrophe (OWASP, CSV injection). */
export const inert = (cell: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);

export const csvLines = (rows: readonly (readonly (string | number | undefined)[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows' });
