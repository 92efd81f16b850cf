import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Fault } from './fault.ts';

/** A fault for each of these places where there is no folder: nothing in it could be told from what was never written. */
export async function findMissingFolders(folders: readonly string[]): Promise<Fault[]> {
  const isThere = await Promise.all(folders.map(isFolder));
  return folders
    .filter((_, at) => !isThere[at])
    .map((folder) => ({
      file: `${basename(folder)}/`,
      line: 1,
      message: 'the folder is missing',
      fix: `make ${folder}, or name the folder that holds it`,
    }));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
