import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeTestDatabase, type TestDatabase } from '@ennead/testing/database';
import { eventually } from '@ennead/testing';
import { makeDataSource } from '@ennead/persistence';
import type { DataSource } from 'typeorm';
import { startWorkerProcess, type WorkerProcess } from './worker-process.ts';

const patient = 120_000;

let database: TestDatabase;
let owner: DataSource;
const started: WorkerProcess[] = [];
beforeAll(async () => {
  database = await makeTestDatabase(process.env['TEST_DATABASE_ADMIN_URL']!);
  owner = await makeDataSource(database.ownerUrl, 1).initialize();
});
afterAll(async () => {
  await Promise.all(started.map((worker) => worker.end('SIGKILL')));
  await owner?.destroy();
  await database?.drop();
});

const aWorker = async (): Promise<WorkerProcess> => {
  const worker = await startWorkerProcess(database.workerUrl);
  started.push(worker);
  return worker;
};

/** Which processes did something lately, by what they wrote down themselves. */
const inCharge = async (): Promise<string[]> => {
  const rows: { worker: string }[] = await owner.query(
    `SELECT DISTINCT worker FROM duty WHERE ran_at > clock() - interval '20 s' ORDER BY 1`,
  );
  return rows.map(({ worker }) => worker.split(':').at(-1)!);
};

/** The connection that holds the office. */
const holder = async (): Promise<number | undefined> => {
  const rows: { pid: number }[] = await owner.query(
    `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = 7420010 AND granted
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows[0]?.pid;
};

const inOfficeNow = async (): Promise<WorkerProcess | undefined> => {
  for (const worker of started) if (await worker.inOffice().catch(() => false)) return worker;
  return undefined;
};

const takesOver = (worker: WorkerProcess) =>
  eventually(
    async () => (await worker.inOffice()) && (await inCharge()).join() === String(worker.pid),
    40_000,
  );

it(
  'one of several is in office; another takes over when it is killed, and when it goes by itself',
  async () => {
    const first = await aWorker();
    await takesOver(first);
    const [second, third] = [await aWorker(), await aWorker()];
    expect([await second.inOffice(), await third.inOffice()]).toEqual([false, false]);

    await first.end('SIGKILL');
    const next = await eventually(async () => {
      for (const one of [second, third]) if (await one.inOffice()) return one;
      return null;
    });
    await takesOver(next);
    const last = next === second ? third : second;
    expect(await last.inOffice()).toBe(false);

    await next.end('SIGTERM');
    await takesOver(last);
  },
  patient,
);

it(
  'one that is stopped, and says nothing, loses the office to another',
  async () => {
    const [stopped, other] = [await eventually(() => inOfficeNow()), await aWorker()];
    process.kill(stopped.pid, 'SIGSTOP');
    try {
      await eventually(() => other.inOffice(), 40_000);
    } finally {
      process.kill(stopped.pid, 'SIGCONT');
    }
    await eventually(async () => !(await stopped.inOffice()));
    await takesOver(other);
  },
  patient,
);

it(
  'who loses the lock leaves, and there is one in office again',
  async () => {
    await eventually(() => inOfficeNow());
    await aWorker();
    const before = await holder();
    const admin = await makeDataSource(process.env['TEST_DATABASE_ADMIN_URL']!, 1).initialize();
    await admin.query('SELECT pg_terminate_backend($1)', [before]).finally(() => admin.destroy());
    await eventually(async () => ![undefined, before].includes(await holder()));
    const now = await eventually(async () => {
      const answers = await Promise.all(started.map((one) => one.inOffice().catch(() => false)));
      return answers.filter(Boolean).length === 1 ? inOfficeNow() : undefined;
    });
    await takesOver(now);
  },
  patient,
);
