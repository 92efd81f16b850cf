import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort, pongs, programArgs, ROOT } from '@ennead/provision';
import { eventually } from '@ennead/testing';

export type Server = {
  readonly pid: number;
  /** kill -9; resolves once the process is gone. */
  kill(): Promise<void>;
};

const serverOf = (child: ChildProcess): Server => ({
  pid: child.pid!,
  kill: async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  },
});

export type ApiServer = Server & {
  /** What it has logged so far, a JSON object a line. */
  lines(): readonly Record<string, unknown>[];
  /** Told to end; resolves with its exit code once it has. */
  end(): Promise<number | null>;
};

/** The real server as a process of its own, ready to serve. */
export const startApiProcess = async (variables: Record<string, string>): Promise<ApiServer> => {
  const child = spawn(process.execPath, programArgs('api', 'main'), {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout!.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ready = `http://127.0.0.1:${variables['PORT']}/health/ready`;
  await eventually(async () => (await fetch(ready)).ok, 60_000);
  return {
    ...serverOf(child),
    lines: () =>
      output
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    end: async () => {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
};

export type RedisServer = Server & { readonly url: string; start(): Promise<void> };

/** A Redis of the spec's own that forgets everything when it is killed. */
export const startRedisProcess = async (): Promise<RedisServer> => {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}/0`;
  let server: Server | undefined;
  const start = async () => {
    const flags = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    server = serverOf(spawn('redis-server', flags, { stdio: 'ignore' }));
    await eventually(() => pongs(url));
  };
  await start();
  return {
    url,
    start,
    get pid() {
      return server!.pid;
    },
    kill: async () => server?.kill(),
  };
};
