import type { RosterColumns } from '@ennead/contracts';
import { lineRange } from './line-range.ts';

/** What of a row can be corrected. */
export type RowCells = Readonly<Record<keyof RosterColumns, string>>;

/** A roster with other cells in the row on this line; the others of the row, and all other lines, stay as they are. */
export function changeRow(csv: string, line: number, at: RosterColumns, cells: RowCells): string {
  const [start, end] = lineRange(csv, line);
  const [row = '', ending = ''] = csv.slice(start, end).split(/(\r?)$/);
  const written = splitCells(row);
  for (const column of ['email', 'name', 'studentNumber'] as const) {
    const place = at[column];
    if (place === null) continue;
    while (written.length <= place) written.push('');
    written[place] = toCell(cells[column].trim());
  }
  return csv.slice(0, start) + written.join(',') + ending + csv.slice(end);
}

/** The cells as they are written, with their quotation marks. */
const splitCells = (row: string): string[] =>
  Array.from(`${row},`.matchAll(/("(?:[^"]|"")*"[^,]*|[^,]*),/g), ([, cell = '']) => cell);

const toCell = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
