import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { aptInstall } from './apt.ts';
import { findProgram } from './find-program.ts';
import { freePort } from './port.ts';
import { inheritedEnv } from './process-env.ts';
import { foreign, type Note, type Service, unavailable } from './service.ts';
import { supervise } from './supervise.ts';
import { asUser, closedFolder, isRoot, type RunAs, systemUser } from './system-user.ts';

const run = promisify(execFile);

const READY_WITHIN_MS = 30_000;

export interface RedisOptions {
  /** Folder that holds `redis/` (the append-only file) and `logs/`. Absolute. */
  readonly dataDir: string;
  readonly password: string;
  /** A Redis of the user's own, used instead of starting one. */
  readonly url?: string;
  /** TCP port on 127.0.0.1; a free one by default. */
  readonly port?: number;
  readonly note?: Note;
  readonly onRestart?: (what: string) => void;
}

export interface RedisDetails {
  readonly url: string;
}

/**
 * The Redis that the user names, or one started from the `redis-server` on this system (installed where it is
 * missing), with every write on disk before it is acknowledged. Never the system's own Redis service.
 */
export async function startRedis(options: RedisOptions): Promise<Service<RedisDetails>> {
  if (options.url) return useRedis(options.url);
  const installed = await findProgram('redis-server');
  if (!installed) {
    const result = await aptInstall(['redis-server'], options.note ?? (() => {}));
    if (!result.ok)
      return unavailable(`Redis is missing: ${result.reason}, or set REDIS_URL to a Redis of yours.`);
  }
  const program = installed ?? (await findProgram('redis-server'));
  if (!program)
    return unavailable(
      'Redis was installed but redis-server is not to be found; set REDIS_URL to a Redis of yours.',
    );
  try {
    return await startServer(program, options);
  } catch (error) {
    return unavailable(
      `Redis does not start: ${(error as Error).message} Or set REDIS_URL to a Redis of yours.`,
    );
  }
}

async function useRedis(url: string): Promise<Service<RedisDetails>> {
  if (await pongs(url)) return foreign({ url });
  return unavailable(
    'The Redis of REDIS_URL does not answer; start it, correct the address, or unset REDIS_URL.',
  );
}

async function startServer(program: string, options: RedisOptions): Promise<Service<RedisDetails>> {
  const { dataDir, password, note = () => {}, onRestart } = options;
  const dir = path.join(dataDir, 'redis');
  const port = options.port ?? (await freePort());
  await mkdir(dir, { recursive: true, mode: 0o700 });
  // A file, not arguments: everybody on the machine can read a process's arguments.
  // Nor in Redis' own folder, where its user could put a link in its place for us to write through.
  const config = path.join(dataDir, 'redis.conf');
  await writeFile(config, redisConfig({ port, dir, password }), { mode: 0o600 });
  const as = await redisUser(dir, config);

  note('starting');
  const url = `redis://:${password}@127.0.0.1:${port}/0`;
  const server = await supervise(
    asUser(as, {
      name: 'Redis',
      command: program,
      args: [config],
      env: inheritedEnv(),
      logFile: path.join(dataDir, 'logs', 'redis.log'),
      pidFile: path.join(dataDir, 'run', 'redis.pid'),
    }),
    { isReady: () => pongs(url), readyWithinMs: READY_WITHIN_MS, onRestart },
  );
  return { status: 'ready', started: true, url, stop: () => server.stop() };
}

/** Its own user where root starts it, unless that one cannot reach its folder. */
async function redisUser(dir: string, config: string): Promise<RunAs> {
  if (!isRoot()) return {};
  const ids = await systemUser('redis');
  if (await closedFolder([dir], ids)) return {};
  await run('chown', ['--recursive', '--no-dereference', `${ids.uid}:${ids.gid}`, dir, config]);
  return ids;
}

function redisConfig({ port, dir, password }: { port: number; dir: string; password: string }): string {
  return [
    'bind 127.0.0.1',
    `port ${port}`,
    `dir "${dir}"`,
    `requirepass ${password}`,
    'appendonly yes',
    'appendfsync always',
    'save ""',
    // A job queue must never lose keys to make room.
    'maxmemory-policy noeviction',
    'daemonize no',
    '',
  ].join('\n');
}

/** True where the Redis behind this address answers and has its data loaded. */
export async function pongs(url: string): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: 2_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
