import { decodeRoster, type Decoded } from './decode-roster.ts';
import { figuresOf } from './figures-of.ts';
import { toRosterText } from './to-roster-text.ts';

/**
 * The text of a roster file. A workbook is read here and not on the server: whoever brings it in sees what was read and can correct it, as
 * with any other file, and no parser of other people's archives stands on the server. Its reader comes only when one is chosen.
 */
export async function readRosterFile(file: File): Promise<Decoded> {
  const decoded = decodeRoster(new Uint8Array(await file.arrayBuffer()));
  if (decoded.fault !== 'workbook') return decoded;
  try {
    const { readSheet } = await import('read-excel-file/browser');
    return toRosterText(await readSheet(file, { parseNumber: figuresOf }));
  } catch {
    return decoded;
  }
}
