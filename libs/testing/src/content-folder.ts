import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { ContentTree } from './builders/content-tree.ts';

/** A folder of its own with the files of a tree, to be removed when done. */
export async function writeContentFolder(tree: ContentTree) {
  const root = await mkdtemp(join(tmpdir(), 'content-'));
  const write = async (files: ContentTree) => {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), typeof content === 'string' ? content : stringify(content));
    }
  };
  await write(tree);
  return {
    root,
    write,
    removeFile: (path: string) => rm(join(root, path)),
    removeFolder: (path: string) => rm(join(root, path), { recursive: true }),
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
