import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import path from 'node:path';

const NOT_INPUTS = new Set(['node_modules', 'dist', '.git', '__pycache__']);

/** SHA-256 over the paths and contents of files and folders; what is built or installed there does not count. */
export async function hashTree(places: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const place of places) await addPlace(hash, place);
  return hash.digest('hex');
}

async function addPlace(hash: ReturnType<typeof createHash>, place: string): Promise<void> {
  const kind = await lstat(place);
  if (kind.isDirectory()) {
    const names = (await readdir(place)).filter((name) => !NOT_INPUTS.has(name)).sort();
    for (const name of names) await addPlace(hash, path.join(place, name));
    return;
  }
  hash.update(`${place}\0`);
  if (kind.isFile()) hash.update(await readFile(place)).update('\0');
  if (kind.isSymbolicLink()) hash.update(`-> ${await readlink(place)}\0`);
}
