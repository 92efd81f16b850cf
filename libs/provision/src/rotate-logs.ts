import { copyFile, readdir, rename, rm, stat, truncate } from 'node:fs/promises';
import path from 'node:path';

const LOOK_EVERY_MS = 60_000;
const LARGEST_BYTES = 20_000_000;
const KEPT = 4;

/**
 * Puts a log aside that has grown large: `api.log` becomes `api.log.1`, that one `api.log.2`, and so on; older ones than
 * the fourth are gone. Whoever writes has it open to append, so it is copied and emptied in its place; a line written in
 * between may be lost.
 *
 * @throws Error of the first that could not be, after the others
 */
export async function rotateLogs(folder: string, largestBytes = LARGEST_BYTES): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const logs = names.filter((name) => name.endsWith('.log')).map((name) => path.join(folder, name));
  const turned = await Promise.allSettled(logs.map((log) => rotate(log, largestBytes)));
  const fault = turned.find((one) => one.status === 'rejected');
  if (fault) throw fault.reason;
}

/** Nothing is put aside before the copy is whole: on a full disk everything stays as it was. */
async function rotate(log: string, largestBytes: number): Promise<void> {
  if ((await stat(log)).size <= largestBytes) return;
  const copy = `${log}.new`;
  try {
    await copyFile(log, copy);
  } catch (fault) {
    await rm(copy, { force: true });
    throw fault;
  }
  for (let number = KEPT - 1; number > 0; number -= 1)
    await rename(`${log}.${number}`, `${log}.${number + 1}`).catch(() => {});
  await rename(copy, `${log}.1`);
  await truncate(log);
}

/** Does so again and again, until it is told to stop. */
export function keepLogsSmall(folder: string, complain: (fault: Error) => void): () => Promise<void> {
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(() => rotateLogs(folder)).catch(complain);
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return looking;
  };
}
