import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const NOT_INPUTS = new Set(['node_modules', 'dist', '.git']);

/** SHA-256 over the paths and contents of files and folders; what is built or installed there does not count. */
export async function hashTree(places: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of await filesUnder(place))
      hash
        .update(`${file}\0`)
        .update(await readFile(file))
        .update('\0');
  }
  return hash.digest('hex');
}

async function filesUnder(place: string): Promise<string[]> {
  const entries = await readdir(place, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [place];
  const kept = entries.filter(({ name }) => !NOT_INPUTS.has(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const nested = await Promise.all(kept.map((entry) => filesUnder(path.join(place, entry.name))));
  return nested.flat();
}
