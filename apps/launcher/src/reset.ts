import { rm } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { emptyDatabase } from '@ennead/provision';
import { heldMessage, holderOf } from './data-dir-lock.ts';
import { endLeftOvers } from './left-overs.ts';
import type { Settings } from './settings.ts';

/**
 * Deletes all data of this data directory, after asking. False where the answer is no.
 * @throws Error where an Ennead runs on it, or where nobody can be asked.
 */
export async function reset(settings: Settings, yes: boolean): Promise<boolean> {
  const { dataDir, databaseUrl, s3 } = settings;
  const holder = await holderOf(dataDir);
  if (holder) throw new Error(heldMessage(dataDir, holder));
  const what = databaseUrl ? `${dataDir} and everything in the database of DATABASE_URL` : dataDir;
  if (
    !yes &&
    !(await confirm(
      `This deletes ${what}: accounts, answers, results, certificates.${s3 ? ' Files in the bucket stay.' : ''} Begin anew? [y/N] `,
    ))
  )
    return false;

  // Processes that a killed launcher left would write into what is being deleted.
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
