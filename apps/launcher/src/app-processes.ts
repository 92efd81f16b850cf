import { connect } from 'node:net';
import path from 'node:path';
import {
  apiEnv,
  type ChildSpec,
  nodeArgs,
  type ProcessContract,
  ROOT,
  runnerEnv,
  type Steps,
  supervise,
  type Supervised,
} from '@ennead/provision';
import type { Lifecycle } from './lifecycle.ts';
import { SCRIPTS } from './paths.ts';

const READY_WITHIN_MS = 120_000;
const API_GRACE_MS = 15_000;
/** The runner removes its labs' containers before it ends. */
const RUNNER_GRACE_MS = 30_000;

/** Starts the lab host process and keeps it running. @throws Error with its log where it does not get ready. */
export function startRunner(
  contract: ProcessContract,
  steps: Steps,
  lifecycle: Lifecycle,
): Promise<Supervised> {
  const port = Number(new URL(contract.runnerUrl).port);
  const spec = processSpec('runner', SCRIPTS.runner, runnerEnv(contract), contract.dataDir, RUNNER_GRACE_MS);
  return start('Lab runner', spec, () => accepts(port), `127.0.0.1:${port}`, steps, lifecycle);
}

/** Starts the server and keeps it running. @throws Error with its log where it does not get ready. */
export function startApi(contract: ProcessContract, steps: Steps, lifecycle: Lifecycle): Promise<Supervised> {
  const spec = processSpec('api', SCRIPTS.api, apiEnv(contract), contract.dataDir, API_GRACE_MS);
  const host = ['0.0.0.0', '::'].includes(contract.host) ? '127.0.0.1' : contract.host;
  const health = new URL(`http://${host.includes(':') ? `[${host}]` : host}:${contract.port}/health/ready`);
  return start('Server', spec, () => isOk(health), 'ready', steps, lifecycle);
}

function processSpec(
  name: string,
  script: string,
  env: NodeJS.ProcessEnv,
  dataDir: string,
  graceMs: number,
): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: nodeArgs(script),
    cwd: ROOT,
    env,
    logFile: path.join(dataDir, 'logs', `${name}.log`),
    pidFile: path.join(dataDir, 'run', `${name}.pid`),
    graceMs,
  };
}

function start(
  title: string,
  spec: ChildSpec,
  isReady: () => Promise<boolean>,
  text: string,
  steps: Steps,
  lifecycle: Lifecycle,
): Promise<Supervised> {
  return steps.run(title, async (note) => {
    note('starting');
    const onRestart = (what: string) => steps.say(`! ${what} (log: ${spec.logFile})`);
    const value = await supervise(spec, { isReady, readyWithinMs: READY_WITHIN_MS, onRestart });
    lifecycle.started(title, () => value.stop());
    return { value, mark: 'done', text };
  });
}

/** True where something on this machine accepts connections on the port. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (value: boolean) => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

async function isOk(url: URL): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
