import { rosterLength } from '@ennead/contracts';
import type { Decoded } from './decode-roster.ts';

/** The rows of a sheet as CSV, without those that are empty at its end. */
export function toRosterText(rows: readonly (readonly unknown[])[]): Decoded {
  const text = rows
    .map((row) => row.map(toCell).join(','))
    .join('\n')
    .replace(/(\n,*)+$/, '\n');
  return text.length > rosterLength ? { text: null, fault: 'tooLong' } : { text, fault: null };
}

function toCell(cell: unknown): string {
  const line = textOf(cell).replace(/\s*[\r\n]+\s*/g, ' ');
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell)
    : '';
}
