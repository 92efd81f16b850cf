import { rosterLength } from '@ennead/contracts';

export type Decoded =
  { readonly text: string; readonly fault: null } | { readonly text: null; readonly fault: FileFault };
export type FileFault = 'workbook' | 'unreadable' | 'tooLong';

/**
 * The text of a roster file. UTF-8, or UTF-16 with its mark; what is not valid UTF-8 is read as GB 18030, in which
 * spreadsheets on Chinese Windows save CSV. Workbooks (ZIP or OLE containers) are named as such.
 */
export function decodeRoster(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { text: null, fault: 'workbook' };
  const text = decode(bytes);
  if (text === null || text.includes('\0')) return { text: null, fault: 'unreadable' };
  return text.length > rosterLength ? { text: null, fault: 'tooLong' } : { text, fault: null };
}

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, 0xff, 0xfe)) return decodeAs('utf-16le', bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return decodeAs('utf-16be', bytes);
  return decodeAs('utf-8', bytes) ?? decodeAs('gb18030', bytes);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
