import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentTree } from '@ennead/testing/builders';
import { writeContentFolder } from '@ennead/testing/content-folder';
import type { Fault } from '../src/fault.ts';
import { ContentFaults } from '../src/fault.ts';
import type { Content } from '../src/load-content.ts';
import { loadContent } from '../src/load-content.ts';

/** A folder of its own with the files of a tree, to be removed when done. */
export async function writeContent(tree: ContentTree) {
  const { root, remove } = await writeContentFolder(tree);
  return {
    root,
    load: (): Promise<Content> =>
      loadContent({ questionBankDir: join(root, 'question-bank'), labsDir: join(root, 'labs') }),
    remove,
  };
}

export interface PlacedFault extends Fault {
  /** The text of the line that the fault names, trimmed; empty where there is no such file. */
  readonly lineText: string;
}

/** The faults that a tree raises, each with the text of the line it points at. */
export async function faultsOf(tree: ContentTree): Promise<PlacedFault[]> {
  const written = await writeContent(tree);
  try {
    await written.load();
    return [];
  } catch (error) {
    if (!(error instanceof ContentFaults)) throw error;
    return await Promise.all(
      error.faults.map(async (fault) => ({ ...fault, lineText: await lineText(written.root, fault) })),
    );
  } finally {
    await written.remove();
  }
}

async function lineText(root: string, { file, line }: Fault): Promise<string> {
  const text = await readFile(join(root, file), 'utf8').catch(() => '');
  return text.split('\n')[line - 1]?.trim() ?? '';
}
