import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { programArgs, ROOT } from '@ennead/provision';

/** A process that comes back whenever it was killed. */
export type Part = {
  readonly name: string;
  /** kill -9, at once. */
  kill(): Promise<void>;
  /** Ends it for good. */
  close(): Promise<void>;
};

const pauseMs = 200;

/** One of our programs, kept running; what it says goes into a file. */
export const keepRunning = (
  name: string,
  app: 'api' | 'runner' | 'worker',
  variables: Readonly<Record<string, string>>,
  logDir: string,
): Part => {
  const log = createWriteStream(join(logDir, `${name.replace(/\W+/g, '-')}.log`));
  let isClosing = false;
  let child: ChildProcess | undefined;
  const run = async (): Promise<void> => {
    while (!isClosing) {
      child = spawn(process.execPath, programArgs(app, 'main'), {
        cwd: ROOT,
        env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout!.pipe(log, { end: false });
      child.stderr!.pipe(log, { end: false });
      await once(child, 'exit');
      if (!isClosing) await pause(pauseMs);
    }
  };
  const running = run();
  return {
    name,
    kill: async () => void child?.kill('SIGKILL'),
    close: async () => {
      isClosing = true;
      child?.kill('SIGTERM');
      await running;
      log.end();
    },
  };
};

/** A service that this command started and that whoever started it keeps running, by the file that names its process. */
export const serviceOf = (name: string, pidFile: string): Part => ({
  name,
  kill: async () => {
    const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0]);
    // None while it is being started.
    if (pid > 1) killNow(pid);
  },
  close: async () => {},
});

const killNow = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
  }
};
