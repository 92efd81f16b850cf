import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { endLeftOverPostgres, endProcess, readPidFile } from '@ennead/provision';

const GRACE_MS = 10_000;
/** Docker is taken over as it runs: ending it would end other people's containers. */
const TAKEN_OVER = 'dockerd.pid';

/**
 * Ends what a killed launcher of this data directory left running. The caller holds the directory, or has seen that
 * nobody does.
 */
export async function endLeftOvers(dataDir: string): Promise<void> {
  const runDir = path.join(dataDir, 'run');
  const files = await readdir(runDir).catch(() => []);
  for (const file of files.filter((name) => name !== TAKEN_OVER)) {
    const leftOver = await readPidFile(path.join(runDir, file));
    if (leftOver) await endProcess(leftOver, 'SIGTERM', GRACE_MS);
  }
  await endLeftOverPostgres(dataDir);
}
