import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from '@ennead/provision';
import { eventually } from '@ennead/testing';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export type WorkerProcess = {
  readonly pid: number;
  inOffice(): Promise<boolean>;
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
};

/** A real worker as a process of its own, ready: in office, or standing by. */
export const startWorkerProcess = async (databaseUrl: string): Promise<WorkerProcess> => {
  const url = `http://127.0.0.1:${await freePort()}`;
  const entry = ['--import', '@swc-node/register/esm-register', 'apps/worker/src/main.ts'];
  const child = spawn(process.execPath, entry, {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATABASE_URL: databaseUrl,
      WORKER_URL: url,
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
