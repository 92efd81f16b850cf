import { copyFile, readdir, rename, stat, truncate } from 'node:fs/promises';
import path from 'node:path';

const LOOK_EVERY_MS = 60_000;
const LARGEST_BYTES = 20_000_000;
const KEPT = 4;

/**
 * Puts a log aside that has grown large: `api.log` becomes `api.log.1`, that one `api.log.2`, and so on; older ones than
 * the fourth are gone. Whoever writes has it open to append, so it is copied and emptied in its place; a line written in
 * between may be lost.
 */
export async function rotateLogs(folder: string, largestBytes = LARGEST_BYTES): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((one) => one.endsWith('.log'))) {
    const file = path.join(folder, name);
    if ((await stat(file)).size <= largestBytes) continue;
    for (let number = KEPT - 1; number > 0; number -= 1)
      await rename(`${file}.${number}`, `${file}.${number + 1}`).catch(() => {});
    await copyFile(file, `${file}.1`);
    await truncate(file);
  }
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
