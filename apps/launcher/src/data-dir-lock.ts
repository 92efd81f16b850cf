import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { identify, type ProcessIdentity } from '@ennead/provision';

/** What runs on a data directory, for commands that come while it does. */
export interface Holder extends ProcessIdentity {
  readonly publicUrl: string;
  /** Present once the services are up. */
  readonly services?: RunningServices;
}

export interface RunningServices {
  readonly databaseOwnerUrl: string;
  readonly databaseAppUrl: string;
  readonly databaseRunnerUrl: string;
  readonly databaseWorkerUrl: string;
  readonly databasePublisherUrl: string;
  readonly redisUrl: string;
}

/** Who runs on this data directory now; undefined where nobody does (a killed one counts as nobody). */
export async function holderOf(dataDir: string): Promise<Holder | undefined> {
  const text = await readFile(lockFile(dataDir), 'utf8').catch(() => '');
  const holder = parseHolder(text);
  if (!holder) return undefined;
  const running = await identify(holder.pid);
  return running?.began === holder.began ? holder : undefined;
}

/**
 * Takes the data directory for this process. Returns how to give it back.
 * @throws Error naming the process that holds it.
 */
export async function holdDataDir(dataDir: string, publicUrl: string): Promise<() => Promise<void>> {
  const file = lockFile(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const self = await identify(process.pid);
  const text = JSON.stringify({ ...self, publicUrl });
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = await holderOf(dataDir);
    if (holder) throw new Error(heldMessage(dataDir, holder));
    await rm(file, { force: true });
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  }
  return () => rm(file, { force: true });
}

/** Tells later commands on a data directory that this process holds where its services are. */
export async function announceServices(
  dataDir: string,
  {
    databaseOwnerUrl,
    databaseAppUrl,
    databaseRunnerUrl,
    databaseWorkerUrl,
    databasePublisherUrl,
    redisUrl,
  }: RunningServices,
): Promise<void> {
  const services: RunningServices = {
    databaseOwnerUrl,
    databaseAppUrl,
    databaseRunnerUrl,
    databaseWorkerUrl,
    databasePublisherUrl,
    redisUrl,
  };
  const file = lockFile(dataDir);
  const held = parseHolder(await readFile(file, 'utf8'));
  await writeFile(`${file}.new`, JSON.stringify({ ...held, services }), { mode: 0o600 });
  await rename(`${file}.new`, file);
}

export function heldMessage(dataDir: string, { pid, publicUrl }: Holder): string {
  return `Ennead already runs on ${dataDir}: process ${pid}, at ${publicUrl}. End it first, or set ENNEAD_DATA_DIR to another folder.`;
}

function lockFile(dataDir: string): string {
  return path.join(dataDir, 'launcher.lock');
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}
