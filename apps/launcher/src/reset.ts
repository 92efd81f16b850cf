import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { emptyDatabase, endLeftOverPostgres, endProcess, readPidFile } from '@ennead/provision';
import { heldMessage, holderOf } from './data-dir-lock.ts';
import type { Settings } from './settings.ts';

/**
 * Deletes all data of this data directory, after asking. False where the answer is no.
 * @throws Error where an Ennead runs on it, or where nobody can be asked.
 */
export async function reset(settings: Settings, yes: boolean): Promise<boolean> {
  const { dataDir, databaseUrl } = settings;
  const holder = await holderOf(dataDir);
  if (holder) throw new Error(heldMessage(dataDir, holder));
  const what = databaseUrl ? `${dataDir} and everything in the database of DATABASE_URL` : dataDir;
  if (
    !yes &&
    !(await confirm(`This deletes ${what}: accounts, answers, results, certificates. Begin anew? [y/N] `))
  )
    return false;

  await endLeftOvers(dataDir);
  if (databaseUrl) await emptyDatabase(databaseUrl);
  await rm(dataDir, { recursive: true, force: true });
  return true;
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Error('Nobody can be asked here. Add --yes to begin anew: npm start -- --reset --yes');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Reading a line, the terminal keeps Ctrl-C to itself.
  terminal.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const answer = await terminal.question(question);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** Processes that a killed launcher left behind would write into what is being deleted. */
async function endLeftOvers(dataDir: string): Promise<void> {
  const runDir = path.join(dataDir, 'run');
  for (const file of await readdir(runDir).catch(() => [])) {
    const leftOver = await readPidFile(path.join(runDir, file));
    if (leftOver) await endProcess(leftOver, 'SIGTERM', 10_000);
  }
  await endLeftOverPostgres(dataDir);
}
