import { createHash } from 'node:crypto';

/** SHA-256, in hexadecimal, of bytes or of text in UTF-8. */
export const hashBytes = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of the canonical JSON of plain data: equal data hash equally however the YAML was laid out. */
export const hashContent = (value: unknown): string => hashBytes(canonicalJson(value));

/** JSON with object keys sorted by code unit and no blanks; undefined members are left out. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
