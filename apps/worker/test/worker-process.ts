import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort, programArgs, ROOT } from '@ennead/provision';
import { eventually } from '@ennead/testing';

export type WorkerProcess = {
  readonly pid: number;
  inOffice(): Promise<boolean>;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
};

/** A real worker as a process of its own, ready: in office, or standing by. */
export const startWorkerProcess = async (
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<WorkerProcess> => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const child = spawn(process.execPath, programArgs('worker', 'main'), {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: databaseUrl,
      WORKER_URL: url,
      ...more,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const health = async () => (await fetch(`${url}/health/ready`)).json() as Promise<{ inOffice: boolean }>;
  await eventually(health, 60_000);
  return {
    pid: child.pid!,
    inOffice: async () => (await health()).inOffice,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
};
