import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/** Names an installation by its data directory: its machines carry it, and only those are swept. */
export const instanceOf = (dataDir: string): string =>
  createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16);
