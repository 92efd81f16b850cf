import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  apiEnv,
  type DatabaseUrls,
  freePort,
  pongs,
  readPidFile,
  ROOT,
  runnerEnv,
  type Secrets,
  startRedis,
  workerEnv,
  programArgs,
  type ProcessContract,
} from '@ennead/provision';
import { eventually } from '@ennead/testing';
import { z } from 'zod';
import { balance } from './balance.ts';
import { copyDemo, type Account } from './copy-demo.ts';

const Bed = z.object({
  TEST_DATABASE_ADMIN_URL: z.string(),
  TEST_DATA_DIR: z.string(),
  DOCKER_HOST: z.string().optional(),
  LABS_UNAVAILABLE_REASON: z.string().optional(),
});

/** A process of Ennead that a spec may kill and start again. */
export type Part = { kill(): Promise<void>; start(): Promise<void> };

export type Ennead = {
  readonly url: string;
  /** Where the lab host listens; people never reach it. */
  readonly runnerUrl: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly accounts: readonly Account[];
  /** The first of the servers, which most have only one of. */
  readonly api: Part;
  readonly apis: readonly Part[];
  readonly runner: Part;
  readonly workers: readonly Part[];
  readonly redis: Part;
  stop(): Promise<void>;
};

/** How many there are of what there may be several of; several servers stand behind one address. */
export type Size = { readonly servers?: number; readonly workers?: number };

/** The whole of Ennead with its demo, as `npm start` runs it: separate processes, own database, own Redis. */
export const startEnnead = async ({ servers = 1, workers: workerCount = 1 }: Size = {}): Promise<Ennead> => {
  const bed = Bed.parse(process.env);
  await mkdir(bed.TEST_DATA_DIR, { recursive: true });
  const dataDir = await mkdtemp(join(bed.TEST_DATA_DIR, 'journey-'));
  const redis = await startOwnRedis(dataDir);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const runnerUrl = `http://127.0.0.1:${await freePort()}`;
  const workerUrl = `http://127.0.0.1:${await freePort()}`;
  const contractOn = (database: DatabaseUrls, secrets: Secrets): ProcessContract => ({
    nodeEnv: 'production',
    mode: 'demo',
    host: '127.0.0.1',
    port,
    publicUrl: url,
    dataDir,
    databaseOwnerUrl: database.ownerUrl,
    databaseAppUrl: database.appUrl,
    databaseRunnerUrl: database.runnerUrl,
    databaseWorkerUrl: database.workerUrl,
    databasePublisherUrl: database.publisherUrl,
    redisUrl: redis.url,
    runnerUrl,
    workerUrl,
    dockerHost: bed.DOCKER_HOST,
    labsUnavailableReason: bed.LABS_UNAVAILABLE_REASON,
    mail: undefined,
    secrets,
  });
  const { database, secrets, accounts } = await copyDemo(
    bed.TEST_DATABASE_ADMIN_URL,
    bed.TEST_DATA_DIR,
    contractOn,
  );
  const contract = contractOn(database, secrets);

  const ports = servers === 1 ? [port] : await freePorts(servers);
  const apis = ports.map((own) =>
    part(
      'api',
      { ...apiEnv({ ...contract, port: own }), RATE_LIMIT_FACTOR: '1000' },
      dataDir,
      async () => (await fetch(`http://127.0.0.1:${own}/health/ready`)).ok,
    ),
  );
  const balancer = servers === 1 ? undefined : await balance(port, ports);
  const runner = part(
    'runner',
    runnerEnv(contract),
    dataDir,
    async () => (await fetch(`${runnerUrl}/health/live`)).ok,
  );
  const workers = (await freePorts(workerCount)).map((own) => {
    const workerUrl = `http://127.0.0.1:${own}`;
    return part(
      'worker',
      workerEnv({ ...contract, workerUrl }),
      dataDir,
      async () => (await fetch(`${workerUrl}/health/ready`)).ok,
    );
  });
  await Promise.all([...apis, runner, ...workers].map((one) => one.start()));
  return {
    url,
    runnerUrl,
    databaseUrl: database.ownerUrl,
    dataDir,
    accounts,
    api: apis[0]!,
    apis,
    runner,
    workers,
    redis,
    stop: async () => {
      await balancer?.end();
      await Promise.all([...workers, runner, ...apis].map((one) => one.end()));
      await redis.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const freePorts = (count: number): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, () => freePort()));

type Ending = Part & { end(): Promise<void> };

const part = (
  app: 'api' | 'runner' | 'worker',
  env: NodeJS.ProcessEnv,
  dataDir: string,
  isReady: () => Promise<boolean>,
): Ending => {
  let child: ChildProcess | undefined;
  const finish = async (signal: 'SIGKILL' | 'SIGTERM') => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    running.kill(signal);
    await once(running, 'exit');
  };
  return {
    start: async () => {
      const log = createWriteStream(join(dataDir, `${app}.log`), { flags: 'a' });
      child = spawn(process.execPath, programArgs(app, 'main'), {
        cwd: ROOT,
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      child.stdout!.pipe(log);
      child.stderr!.pipe(log);
      await eventually(isReady, 60_000);
    },
    kill: () => finish('SIGKILL'),
    end: () => finish('SIGTERM'),
  };
};

/** A Redis that can be killed without harm to other specs; started again, it has what it had on disk. */
const startOwnRedis = async (dataDir: string): Promise<Ending & { url: string }> => {
  const port = await freePort();
  const launch = async () => {
    const redis = await startRedis({ dataDir, password: 'journey', port });
    if (redis.status !== 'ready') throw new Error(redis.reason);
    return redis;
  };
  const first = await launch();
  return {
    url: first.url,
    // Supervised: whoever starts it also starts it again.
    kill: async () => {
      process.kill(await redisPid(dataDir), 'SIGKILL');
    },
    start: async () => {
      await eventually(() => pongs(first.url));
    },
    end: () => first.stop(),
  };
};

const redisPid = async (dataDir: string): Promise<number> => {
  const identity = await readPidFile(join(dataDir, 'run/redis.pid'));
  if (!identity) throw new Error('Redis does not run.');
  return identity.pid;
};
