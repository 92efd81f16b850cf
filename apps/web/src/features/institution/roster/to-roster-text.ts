import { rosterLength } from '@ennead/contracts';
import type { Decoded } from './decode-roster.ts';

type Cell = string | number | boolean | Date | typeof Date | null | undefined;

/** The rows of a sheet as CSV, without those that are empty at its end. */
export function toRosterText(rows: readonly (readonly Cell[])[]): Decoded {
  const text = rows
    .map((row) => row.map(toCell).join(','))
    .join('\n')
    .replace(/[\n,]+$/, '\n');
  return text.length > rosterLength ? { text: null, fault: 'tooLong' } : { text, fault: null };
}

function toCell(cell: Cell): string {
  const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '');
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}
