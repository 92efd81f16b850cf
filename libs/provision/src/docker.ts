import { access, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import Docker from 'dockerode';
import { aptInstall } from './apt.ts';
import { findProgram } from './find-program.ts';
import { inheritedEnv } from './process-env.ts';
import { endProcess, readPidFile } from './process-identity.ts';
import { foreign, type Note, type Service, unavailable } from './service.ts';
import { supervise } from './supervise.ts';

const SYSTEM_SOCKET = '/var/run/docker.sock';
const SYSTEM_PID_FILE = '/var/run/docker.pid';
const PING_TIMEOUT_MS = 5_000;
const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 30_000;

export interface DockerOptions {
  /** Folder that holds `logs/` and the pid file. Absolute. */
  readonly dataDir: string;
  /** An engine of the user's own, as in DOCKER_HOST: `unix:///…` or `tcp://…`. */
  readonly host?: string;
  readonly note?: Note;
  readonly onRestart?: (what: string) => void;
}

export interface DockerDetails {
  /** The engine's address, as in DOCKER_HOST. */
  readonly host: string;
}

/**
 * The Docker engine that the user names or that answers on a known socket; else, for root, one started by hand from
 * Debian's docker.io, which is installed where it is missing. One that an earlier, killed launcher left is taken over.
 */
export async function startDocker(options: DockerOptions): Promise<Service<DockerDetails>> {
  const { host, note = () => {} } = options;
  if (host) {
    if (await pings(host)) return foreign({ host });
    return unavailable(
      `The Docker engine of DOCKER_HOST (${host}) does not answer; start it or unset DOCKER_HOST.`,
    );
  }
  const leftOver = await readPidFile(pidFileOf(options));
  if (leftOver && (await pings(`unix://${SYSTEM_SOCKET}`))) {
    const stop = () => endProcess(leftOver, 'SIGTERM', STOP_GRACE_MS);
    return { status: 'ready', started: true, host: `unix://${SYSTEM_SOCKET}`, stop };
  }
  for (const socket of knownSockets()) {
    if (await pings(`unix://${socket}`)) return foreign({ host: `unix://${socket}` });
  }
  if (process.platform !== 'linux')
    return unavailable('Docker is not running; start Docker Desktop and start Ennead again.');
  if (process.getuid?.() !== 0) return unavailable(await adviceForUser());

  const installed = await findProgram('dockerd');
  if (!installed) {
    const result = await aptInstall(['docker.io', 'iptables'], note);
    if (!result.ok) return unavailable(`Docker is missing: ${result.reason}.`);
  }
  const program = installed ?? (await findProgram('dockerd'));
  if (!program)
    return unavailable(
      'Docker was installed but dockerd is not to be found; start a Docker engine and set DOCKER_HOST.',
    );
  return startEngine(program, options);
}

function pidFileOf({ dataDir }: DockerOptions): string {
  return path.join(dataDir, 'run', 'dockerd.pid');
}

async function adviceForUser(): Promise<string> {
  if (await findProgram('dockerd')) {
    return 'Docker does not answer for this user; run `sudo service docker start` and `sudo usermod -aG docker $USER`, then log in again.';
  }
  return 'Docker is missing; run `sudo apt-get install docker.io` and `sudo usermod -aG docker $USER`, then log in again.';
}

function knownSockets(): string[] {
  const runtimeDir = process.env['XDG_RUNTIME_DIR'];
  return [
    SYSTEM_SOCKET,
    ...(runtimeDir ? [path.join(runtimeDir, 'docker.sock')] : []),
    path.join(homedir(), '.docker/run/docker.sock'),
  ];
}

/**
 * Starts the engine as it is; where it cannot set up its network (no iptables in this kernel or container), once more
 * without one, for the labs have no network anyway.
 */
async function startEngine(program: string, options: DockerOptions): Promise<Service<DockerDetails>> {
  const host = `unix://${SYSTEM_SOCKET}`;
  const { note = () => {} } = options;
  await clearStalePid();
  let fault = '';
  for (const flags of [[], ['--iptables=false', '--bridge=none']]) {
    try {
      note(`starting dockerd ${flags.join(' ')}`.trimEnd());
      const engine = await supervise(
        {
          name: 'Docker',
          command: program,
          args: [`--host=${host}`, ...flags],
          env: inheritedEnv(),
          logFile: path.join(options.dataDir, 'logs', 'dockerd.log'),
          pidFile: pidFileOf(options),
          graceMs: STOP_GRACE_MS,
        },
        { isReady: () => pings(host), readyWithinMs: READY_WITHIN_MS, onRestart: options.onRestart },
      );
      return { status: 'ready', started: true, host, stop: () => engine.stop() };
    } catch (error) {
      fault = lastLine((error as Error).message);
    }
  }
  return unavailable(
    `dockerd does not start here (${fault}); see ${path.join(options.dataDir, 'logs', 'dockerd.log')} or set DOCKER_HOST to an engine of yours.`,
  );
}

/** dockerd refuses to start while its pid file names any live process, as it may after a crash of a container's host. */
async function clearStalePid(): Promise<void> {
  const pid = (await readFile(SYSTEM_PID_FILE, 'utf8').catch(() => '')).trim();
  if (!pid) return;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (!command.includes('dockerd')) await rm(SYSTEM_PID_FILE, { force: true });
}

function lastLine(text: string): string {
  const lines = text.trimEnd().split('\n');
  // The last line of a panic is a place in a program that nobody here can read.
  const line = lines.find((one) => one.startsWith('panic: ')) ?? lines.at(-1) ?? '';
  return (/msg="(.+?)"/.exec(line)?.[1] ?? line).slice(0, 200);
}

/** True where a Docker engine answers at this address. */
async function pings(host: string): Promise<boolean> {
  if (host.startsWith('unix://')) {
    const reachable = await access(host.slice('unix://'.length)).then(
      () => true,
      () => false,
    );
    if (!reachable) return false;
  }
  return connectDocker(host, PING_TIMEOUT_MS)
    .ping()
    .then(
      () => true,
      () => false,
    );
}

/** A client for the engine at a DOCKER_HOST address. `timeoutMs` bounds each request's silence. */
export function connectDocker(host: string, timeoutMs?: number): Docker {
  if (host.startsWith('unix://'))
    return new Docker({ socketPath: host.slice('unix://'.length), timeout: timeoutMs });
  const { hostname, port, protocol } = new URL(host);
  const secure = protocol === 'https:' || port === '2376';
  return new Docker({
    host: hostname,
    port: port || 2375,
    protocol: secure ? 'https' : 'http',
    timeout: timeoutMs,
  });
}
