import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface FoundFile {
  /** Relative to the folder walked, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Neither a plain file nor a folder: a link, a socket. */
  readonly special: boolean;
}

/** What programs and systems leave behind is no content. */
const leftBehind = new Set(['__pycache__', '.pytest_cache', '.DS_Store']);

/** Every entry below a folder that is not a folder, sorted by path; nothing when the folder is not there. */
export async function walkFiles(root: string, under = ''): Promise<FoundFile[]> {
  const entries = await entriesOf(join(root, under));
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = under ? `${under}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return walkFiles(root, path);
      return [{ path, absolute: join(root, path), special: !entry.isFile() }];
    }),
  );
  return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(({ name }) => !leftBehind.has(name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
