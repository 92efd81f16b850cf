import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { hashTree } from './hash-tree.ts';

export interface Done {
  /** What the work resolved to, this time or when it was done. */
  readonly result: string;
  readonly before: boolean;
}

export interface Inputs {
  /** Files and folders that the outcome depends on. */
  readonly places: readonly string[];
  /** Whatever else it depends on. */
  readonly also?: string;
}

/**
 * Does a piece of work, unless the data directory notes that it was done with these very inputs. The note goes with
 * the data directory, so it must not vouch for anything that lives elsewhere.
 */
export async function unlessDone(
  dataDir: string,
  name: string,
  { places, also = '' }: Inputs,
  work: () => Promise<string>,
): Promise<Done> {
  const file = path.join(dataDir, 'done', `${name}.json`);
  const inputs = `${await hashTree(places)} ${also}`;
  const note = parseNote(await readFile(file, 'utf8').catch(() => ''));
  if (note?.inputs === inputs) return { result: note.result, before: true };
  const result = await work();
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ inputs, result }), { mode: 0o600 });
  return { result, before: false };
}

function parseNote(text: string): { inputs: string; result: string } | undefined {
  try {
    return JSON.parse(text) as { inputs: string; result: string };
  } catch {
    return undefined;
  }
}
