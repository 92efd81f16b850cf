import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkLab } from './check-labs.ts';
import type { Fault } from './fault.ts';
import type { LoadedLab } from './loaded-lab.ts';
import type { LabFolder } from './read-lab.ts';
import { readLab } from './read-lab.ts';

/**
 * Reads labs/<role>/<slug>/ and checks each lab.
 * @returns those labs whose parts could all be read
 */
export async function readLabs(
  labsDir: string,
  prefix: string,
  known: ReadonlySet<string>,
  faults: Fault[],
): Promise<LoadedLab[]> {
  const names = await labNames(labsDir);
  const folders = await Promise.all(names.map((name) => readLab(labsDir, prefix, name, faults)));
  faults.push(...folders.flatMap((folder) => checkLab(folder, known)));
  return folders.flatMap((folder) => toLoadedLab(folder) ?? []);
}

async function labNames(labsDir: string): Promise<string[]> {
  const roles = await foldersIn(labsDir);
  const names = await Promise.all(
    roles.map(async (role) => (await foldersIn(join(labsDir, role))).map((slug) => `${role}/${slug}`)),
  );
  return names.flat().sort();
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function toLoadedLab(folder: LabFolder): LoadedLab | null {
  const { dir, lab, suite, visible, expectations, starter, environment, instructions } = folder;
  if (!lab || !suite || !visible || !expectations) return null;
  return {
    lab: lab.value,
    dir,
    suite: suite.value,
    visible: visible.value,
    starter,
    environment,
    instructions,
    expectations: expectations.value,
  };
}
