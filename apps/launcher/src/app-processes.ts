import path from 'node:path';
import {
  apiEnv,
  type ChildSpec,
  keepLogsSmall,
  type ProcessContract,
  programArgs,
  ROOT,
  type RunAs,
  runnerEnv,
  type Steps,
  supervise,
  type Supervised,
  workerEnv,
} from '@ennead/provision';
import type { Lifecycle } from './lifecycle.ts';
import { type App, asProcessUser, processUsers } from './process-users.ts';

const READY_WITHIN_MS = 120_000;
const API_GRACE_MS = 15_000;
/** The runner removes its labs' containers before it ends. */
const RUNNER_GRACE_MS = 30_000;
/** The worker brings to its end what it has begun. */
const WORKER_GRACE_MS = 15_000;

export interface Apps {
  readonly api: Supervised;
  /** Absent where there is no Docker. */
  readonly runner?: Supervised;
  readonly worker: Supervised;
}

/**
 * Starts the server and, beside it, worker and lab host, and keeps all running.
 * @throws Error with its log where one does not get ready.
 */
export function startApps(contract: ProcessContract, steps: Steps, lifecycle: Lifecycle): Promise<Apps> {
  return steps.run('Server', async (note) => {
    note(contract.dockerHost ? 'starting, with the lab runner' : 'starting');
    const { as, text } = await processUsers(contract);
    const [runner, worker, api] = await Promise.all([
      contract.dockerHost ? startRunner(contract, as.runner, steps) : undefined,
      startWorker(contract, as.worker, steps),
      startApi(contract, as.api, steps),
    ]);
    lifecycle.started('logs', keepLogs(contract, steps));
    if (runner) lifecycle.started('lab runner', () => runner.stop());
    lifecycle.started('worker', () => worker.stop());
    lifecycle.started('server', () => api.stop());
    return {
      value: { api, runner, worker },
      mark: 'done',
      text: `ready, ${runner ? 'with' : 'without'} labs, ${text}`,
    };
  });
}

const keepLogs = ({ dataDir }: ProcessContract, steps: Steps) =>
  keepLogsSmall(path.join(dataDir, 'logs'), (fault) =>
    steps.say(`! logs are not put aside: ${fault.message}`),
  );

function startRunner(contract: ProcessContract, as: RunAs, steps: Steps): Promise<Supervised> {
  const health = new URL('/health/live', contract.runnerUrl);
  const spec = asProcessUser(as, processSpec('runner', runnerEnv(contract), contract, RUNNER_GRACE_MS));
  return start(spec, () => isOk(health), steps);
}

function startWorker(contract: ProcessContract, as: RunAs, steps: Steps): Promise<Supervised> {
  const spec = asProcessUser(as, processSpec('worker', workerEnv(contract), contract, WORKER_GRACE_MS));
  const health = new URL('/health/ready', contract.workerUrl);
  return start(spec, () => isOk(health), steps);
}

function startApi(contract: ProcessContract, as: RunAs, steps: Steps): Promise<Supervised> {
  const spec = asProcessUser(as, processSpec('api', apiEnv(contract), contract, API_GRACE_MS));
  const health = new URL(`${listenUrl(contract)}/health/ready`);
  return start(spec, () => isOk(health), steps);
}

function start(spec: ChildSpec, isReady: () => Promise<boolean>, steps: Steps): Promise<Supervised> {
  const onRestart = (what: string) => steps.say(`! ${what} (log: ${spec.logFile})`);
  return supervise(spec, { isReady, readyWithinMs: READY_WITHIN_MS, onRestart });
}

/** Where this machine reaches a server that listens on these settings. */
function listenUrl({ host, port }: Pick<ProcessContract, 'host' | 'port'>): string {
  const reachable = ['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function processSpec(
  name: App,
  env: NodeJS.ProcessEnv,
  { dataDir, nodeEnv }: ProcessContract,
  graceMs: number,
): ChildSpec {
  // Reading the source maps of every package costs half a second, so only where people look at traces.
  const maps = nodeEnv === 'development' ? ['--enable-source-maps'] : [];
  return {
    name,
    command: process.execPath,
    args: [...maps, ...programArgs(name, 'main')],
    cwd: ROOT,
    env,
    logFile: path.join(dataDir, 'logs', `${name}.log`),
    pidFile: path.join(dataDir, 'run', `${name}.pid`),
    graceMs,
  };
}

async function isOk(url: URL): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
