import { execFile } from 'node:child_process';
import { mkdir, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  asUser,
  type ChildSpec,
  closedFolder,
  isRoot,
  type ProcessContract,
  programArgs,
  ROOT,
  type RunAs,
  systemUser,
} from '@ennead/provision';

const run = promisify(execFile);
const FIRST_OPEN_PORT = 1024;

export type App = 'api' | 'runner' | 'worker';

/** Which user each process runs as, and what to tell whoever started them. */
export interface ProcessUsers {
  readonly as: Readonly<Record<App, RunAs>>;
  readonly text: string;
}

/**
 * A system user for each process where root starts them, so that none reads what another was told, and only the lab host
 * reaches Docker's socket; else, and where such users could not read the checkout, all run as whoever starts them.
 */
export async function processUsers(contract: ProcessContract): Promise<ProcessUsers> {
  if (!isRoot()) return together(`all as ${userInfo().username}`);
  try {
    const [api, runner, worker] = [
      await systemUser('ennead-api'),
      await systemUser('ennead-runner'),
      await systemUser('ennead-worker'),
    ];
    const [program] = programArgs('api', 'main');
    const modules = path.join(ROOT, 'node_modules/any');
    const closed = await closedFolder(
      [process.execPath, program!, modules, path.join(contract.dataDir, 'files')],
      api,
    );
    if (closed) return together(`all as root, for ${closed} is closed to other users`);
    await giveFiles(contract.dataDir, api);
    const docker = await dockerGroup(contract.dockerHost);
    return {
      as: {
        api: contract.port < FIRST_OPEN_PORT ? { ...api, capability: 'net_bind_service' } : api,
        runner: docker === 'closed' ? {} : { ...runner, ...(docker !== undefined && { gid: docker }) },
        worker,
      },
      text:
        docker === 'closed'
          ? 'the lab host as root, for Docker’s socket is closed to all others; the rest as users of their own'
          : 'each as a user of its own',
    };
  } catch (fault) {
    return together(`all as root, for there are no users for them: ${(fault as Error).message.trim()}`);
  }
}

/** What is told to one of the processes, run as its user: without the home of whoever starts it. */
export function asProcessUser(as: RunAs, spec: ChildSpec): ChildSpec {
  if (as.uid === undefined) return spec;
  return asUser(as, { ...spec, env: { ...spec.env, HOME: undefined, USER: undefined } });
}

function together(text: string): ProcessUsers {
  return { as: { api: {}, runner: {}, worker: {} }, text };
}

/** Portfolio files belong to the server, also those that a command of root's has put there. */
async function giveFiles(dataDir: string, { uid, gid }: RunAs): Promise<void> {
  const files = path.join(dataDir, 'files');
  await mkdir(files, { recursive: true, mode: 0o700 });
  await run('chown', ['--recursive', '--no-dereference', `${uid}:${gid}`, files]);
}

/** The group that may use Docker's socket; undefined where there is no socket, `closed` where only root may. */
async function dockerGroup(host: string | undefined): Promise<number | 'closed' | undefined> {
  if (!host?.startsWith('unix://')) return undefined;
  const { gid, mode } = await stat(host.slice('unix://'.length));
  if ((mode & 0o006) === 0o006) return undefined;
  return gid !== 0 && (mode & 0o060) === 0o060 ? gid : 'closed';
}
