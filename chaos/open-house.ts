import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '@ennead/provision';
import { eventually } from '@ennead/testing';
import { testVerdictKey } from '@ennead/testing/database';
import { testEnvironment } from '../apps/api/test/harness/test-environment.ts';
import { testVariables } from '../apps/api/test/harness/test-settings.ts';
import { keepRunning, serviceOf, type Part } from './parts.ts';
import type { Prepared } from './prepare.ts';

export type House = {
  /** Of the servers. */
  readonly urls: readonly string[];
  /** All that can be killed. */
  readonly parts: readonly Part[];
  /** Where each part's words are. */
  readonly logDir: string;
  close(): Promise<void>;
};

const withinMs = 120_000;

/** Two servers, two workers and a lab host over the database that was prepared, each a process of its own. */
export const openHouse = async ({ database }: Prepared): Promise<House> => {
  const { TEST_DATA_DIR, DOCKER_HOST, LABS_UNAVAILABLE_REASON } = environment();
  const logDir = await mkdtemp(join(TEST_DATA_DIR, 'logs-'));
  const runnerUrl = `http://127.0.0.1:${await freePort()}`;
  const ports = [await freePort(), await freePort()];
  const urls = ports.map((port) => `http://127.0.0.1:${port}`);
  const shared = testVariables(database.appUrl);
  const labs = {
    RUNNER_URL: runnerUrl,
    RUNNER_TOKEN: shared['RUNNER_TOKEN']!,
    REDIS_URL: shared['REDIS_URL']!,
    ...(LABS_UNAVAILABLE_REASON ? { LABS_UNAVAILABLE_REASON } : {}),
  };
  const parts = [
    ...ports.map((port, at) =>
      keepRunning(
        `server ${at + 1}`,
        'api',
        { ...shared, ...labs, NODE_ENV: 'production', PORT: String(port), PUBLIC_URL: urls[0]! },
        logDir,
      ),
    ),
    ...(await Promise.all(
      [1, 2].map(async (number) =>
        keepRunning(
          `worker ${number}`,
          'worker',
          { DATABASE_URL: database.workerUrl, WORKER_URL: `http://127.0.0.1:${await freePort()}` },
          logDir,
        ),
      ),
    )),
    keepRunning(
      'lab host',
      'runner',
      {
        ...labs,
        DATABASE_URL: database.runnerUrl,
        ...(DOCKER_HOST ? { DOCKER_HOST } : {}),
        VERDICT_SIGNING_KEY: JSON.stringify(testVerdictKey),
        ENNEAD_DATA_DIR: await mkdtemp(join(TEST_DATA_DIR, 'runner-')),
        RUNNER_WARM_MACHINES: '1',
      },
      logDir,
    ),
    serviceOf('PostgreSQL', join(TEST_DATA_DIR, 'postgres', 'postmaster.pid')),
    serviceOf('Redis', join(TEST_DATA_DIR, 'run', 'redis.pid')),
  ];
  const close = async () => {
    await Promise.all(parts.map((part) => part.close()));
  };
  try {
    for (const url of urls) await eventually(async () => (await fetch(`${url}/health/ready`)).ok, withinMs);
  } catch (fault) {
    await close();
    throw fault;
  }
  return { urls, parts, logDir, close };
};

const environment = () => ({
  ...testEnvironment(),
  DOCKER_HOST: process.env['DOCKER_HOST'],
  LABS_UNAVAILABLE_REASON: process.env['LABS_UNAVAILABLE_REASON'],
});
