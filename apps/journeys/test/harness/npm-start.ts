import { randomBytes } from 'node:crypto';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, ROOT, runToEnd } from '@ennead/provision';
import { eventually } from '@ennead/testing';

/** `npm start` as somebody types it. */
export type Started = {
  readonly child: ChildProcess;
  readonly said: () => string;
  /** Its exit code, once it ends. */
  readonly ended: Promise<number | null>;
};

/** A data directory and a port of its own, on which Ennead is started as a whole, again and again. */
export type Place = {
  readonly dataDir: string;
  readonly url: string;
  begin(): Started;
  /** Resolves when it says that it is ready. @throws Error with all it said where it ends instead */
  start(): Promise<Started>;
  /** One of the commands of package.json beside it, with what is typed. @throws Error with all it said where it fails @returns what it said */
  command(name: string, words: readonly string[], typed?: string): Promise<string>;
  /** Ends whatever still runs, and deletes the data. */
  clear(): Promise<void>;
};

const readyWithinMs = 180_000;

type How = {
  /** The Node that runs it, this one by default. */
  readonly node?: string;
  /** Settings besides those of where it lies and listens. */
  readonly settings?: Readonly<Record<string, string>>;
};

export const aPlace = async ({ node = process.execPath, settings }: How = {}): Promise<Place> => {
  const dataDir = join(process.env['TEST_DATA_DIR']!, `start-${randomBytes(4).toString('hex')}`);
  const port = await freePort();
  const running: Started[] = [];
  const { PATH, HOME, DOCKER_HOST } = process.env;
  const env = { PATH, HOME, DOCKER_HOST, PORT: String(port), ENNEAD_DATA_DIR: dataDir, ...settings };
  const begin = (): Started => {
    const child = spawn(node, ['apps/launcher/bootstrap.mjs', 'start'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream!.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = once(child, 'exit').then(([code]) => code as number | null);
    const started = { child, said: () => said, ended };
    running.push(started);
    return started;
  };
  return {
    dataDir,
    url: `http://127.0.0.1:${port}`,
    begin,
    start: async () => {
      const started = begin();
      const ended = started.ended.then(() => {
        throw new Error(`It ended:\n${started.said()}`);
      });
      const ready = eventually(() => started.said().includes('Ennead is ready'), readyWithinMs);
      await Promise.race([ready, ended]);
      ended.catch(() => undefined);
      return started;
    },
    command: async (name, words, typed) => {
      const end = await runToEnd({
        command: node,
        args: ['apps/launcher/bootstrap.mjs', name, ...words],
        cwd: ROOT,
        env,
        output: 'keep',
        ...(typed === undefined ? {} : { input: typed }),
      });
      if (end.code !== 0) throw new Error(`${name} failed:\n${end.output}`);
      return end.stdout;
    },
    clear: async () => {
      for (const { child, ended } of running) {
        child.kill('SIGTERM');
        await ended;
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
