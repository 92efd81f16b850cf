import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import type Docker from 'dockerode';
import { aptInstall } from './apt.ts';
import { connectDocker } from './docker.ts';
import { findProgram } from './find-program.ts';
import { enter } from './living.ts';
import { foreign, type Note, type Service, unavailable } from './service.ts';

/** What every lab's Dockerfile names in its FROM. */
export const BASE_IMAGE = 'ennead/lab-base:1';

const SUITE = 'bookworm';
const PUBLIC_ROOT = `debian:${SUITE}-slim`;
const OWN_ROOT = { repo: 'ennead/lab-root', tag: SUITE };
const INPUTS_LABEL = 'ennead.lab-base.inputs';
const FIRST_PROGRESS_WITHIN_MS = 15_000;
const PULL_WITHIN_MS = 180_000;

export interface BaseImageOptions {
  /** The engine's address, as in DOCKER_HOST. */
  readonly dockerHost: string;
  /** Folder `docker/lab-base` of the checkout. */
  readonly sourceDir: string;
  readonly note?: Note;
}

export interface BaseImageDetails {
  readonly tag: string;
  readonly origin: 'present' | 'pulled' | 'made';
}

/**
 * Sees that the engine has the labs' base image, built from `sourceDir` as it is now. Its root is pulled where a
 * registry answers and otherwise made with mmdebstrap from Debian's packages; the same Dockerfile goes on top.
 */
export async function provideBaseImage(options: BaseImageOptions): Promise<Service<BaseImageDetails>> {
  const { sourceDir, note = () => {} } = options;
  const docker = connectDocker(options.dockerHost);
  try {
    const files = (await readdir(sourceDir)).sort();
    const inputs = await hashFiles(sourceDir, files);
    if ((await labelOf(docker)) === inputs) return foreign({ tag: BASE_IMAGE, origin: 'present' });

    note(`pulling ${PUBLIC_ROOT}`);
    const pulled = await pull(docker, note);
    if (!pulled) {
      const fault = await makeRoot(docker, sourceDir, note);
      if (fault) return unavailable(`The labs' base image cannot be had: no registry answers, and ${fault}.`);
    }
    note('building');
    const root = pulled ? PUBLIC_ROOT : `${OWN_ROOT.repo}:${OWN_ROOT.tag}`;
    await build(docker, { sourceDir, files, root, inputs }, note);
    return foreign({ tag: BASE_IMAGE, origin: pulled ? 'pulled' : 'made' });
  } catch (error) {
    return unavailable(`The labs' base image cannot be built: ${(error as Error).message.trim()}`);
  }
}

async function hashFiles(folder: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(path.join(folder, file)));
  return hash.digest('hex');
}

async function labelOf(docker: Docker): Promise<string | undefined> {
  const image = await docker
    .getImage(BASE_IMAGE)
    .inspect()
    .catch(() => undefined);
  return image?.Config.Labels?.[INPUTS_LABEL];
}

/** False where no registry answers in time; what a registry says no to is the same. */
async function pull(docker: Docker, note: Note): Promise<boolean> {
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), FIRST_PROGRESS_WITHIN_MS);
  const whole = setTimeout(() => abort.abort(), PULL_WITHIN_MS);
  try {
    const stream = await docker.pull(PUBLIC_ROOT, { abortSignal: abort.signal });
    clearTimeout(timer);
    await follow(docker, stream, (event) => {
      clearTimeout(timer);
      timer = setTimeout(() => abort.abort(), FIRST_PROGRESS_WITHIN_MS);
      if (event.status) note(`${event.status} ${event.progress ?? ''}`);
    });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    clearTimeout(whole);
  }
}

/** Makes the root file system with mmdebstrap and imports it. Returns what went wrong, if anything did. */
async function makeRoot(docker: Docker, sourceDir: string, note: Note): Promise<string | undefined> {
  if (!(await findProgram('mmdebstrap'))) {
    const result = await aptInstall(['mmdebstrap', 'debian-archive-keyring'], note);
    if (!result.ok) return `mmdebstrap is missing: ${result.reason}`;
  }
  await assertImports(docker);
  const packages = (await readFile(path.join(sourceDir, 'packages.txt'), 'utf8')).trim().split('\n');
  const unread = ['doc', 'man', 'info', 'locale'].map(
    (name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`,
  );
  const args = ['--variant=minbase', `--include=${packages.join(',')}`, ...unread, SUITE, '-'];

  note('making the root file system');
  const maker = spawn('mmdebstrap', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  maker.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-4_000);
    const line = log.trimEnd().split('\n').at(-1) ?? '';
    if (line.startsWith('I: ')) note(line.slice(3));
  });
  const leave = enter({ stop: async () => void maker.kill() });
  const ended = new Promise<number | null>((resolve) => {
    maker.once('error', (error) => {
      log += error.message;
      resolve(1);
    });
    maker.once('close', resolve);
  });
  const imported = docker
    .importImage(maker.stdout, { repo: OWN_ROOT.repo, tag: OWN_ROOT.tag })
    .then((stream) => follow(docker, stream));
  void ended.then(leave);
  const [code] = await Promise.all([ended, imported.catch(() => {})]);
  if (code !== 0)
    return `mmdebstrap failed (${log.trim().split('\n').at(-1)}); check the network to a Debian mirror`;
  await imported;
  return undefined;
}

/** An engine inside a container may start and yet unpack no layer; better to learn it before a root file system is made. */
async function assertImports(docker: Docker): Promise<void> {
  const emptyTar = Readable.from([Buffer.alloc(1024)]);
  const probe = { repo: 'ennead/probe', tag: 'empty' };
  await follow(docker, await docker.importImage(emptyTar, probe));
  await docker.getImage(`${probe.repo}:${probe.tag}`).remove();
}

interface Build {
  readonly sourceDir: string;
  readonly files: readonly string[];
  readonly root: string;
  readonly inputs: string;
}

async function build(docker: Docker, { sourceDir, files, root, inputs }: Build, note: Note): Promise<void> {
  const stream = await docker.buildImage(
    { context: sourceDir, src: [...files] },
    {
      t: BASE_IMAGE,
      buildargs: { ROOT: root },
      labels: { [INPUTS_LABEL]: inputs },
      // The host's network and name service work where the engine's bridge may not.
      networkmode: 'host',
      forcerm: true,
    },
  );
  await follow(docker, stream, (event) => {
    const line = event.stream?.trim().split('\n').at(-1);
    if (line) note(line);
  });
}

interface EngineEvent {
  readonly status?: string;
  readonly progress?: string;
  readonly stream?: string;
}

function follow(
  docker: Docker,
  stream: NodeJS.ReadableStream,
  onEvent?: (event: EngineEvent) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    docker.modem.followProgress(
      stream,
      (error: Error | null) => (error ? reject(error) : resolve()),
      onEvent,
    );
  });
}
