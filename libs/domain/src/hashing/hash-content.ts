import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** SHA-256, in hexadecimal, of bytes or of text in UTF-8. */
export const hashBytes = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** SHA-256 of the canonical JSON of plain data: equal data hash equally however they were laid out. */
export const hashContent = (value: unknown): string => hashBytes(canonicalJson(value));
