import { chown, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asUser, type RunAs } from './system-user.ts';
import { runToEnd } from './run-to-end.ts';
import { describeExit } from './supervise.ts';

export interface ClusterOptions {
  readonly initdb: string;
  /** Where the cluster is to be. Absolute. */
  readonly clusterDir: string;
  readonly superPassword: string;
  readonly as: RunAs;
}

/** True where a whole cluster is in this folder. */
export async function isCluster(clusterDir: string): Promise<boolean> {
  return stat(path.join(clusterDir, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/**
 * Makes a PostgreSQL cluster in UTF-8, with passwords for every log-in. It is made beside its place and moved there
 * when whole, so that one whose making was cut short is never taken for one. @throws Error with initdb's last word.
 */
export async function makeCluster({ initdb, clusterDir, superPassword, as }: ClusterOptions): Promise<void> {
  const workDir = `${clusterDir}.new`;
  const made = path.join(workDir, 'cluster');
  const passwordFile = path.join(workDir, 'password');
  await rm(workDir, { recursive: true, force: true });
  await mkdir(workDir, { mode: 0o700 });
  await writeFile(passwordFile, `${superPassword}\n`, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined) {
    for (const place of [workDir, passwordFile]) await chown(place, as.uid, as.gid);
  }
  const spec = asUser(as, {
    name: 'initdb',
    command: initdb,
    args: [
      `--pgdata=${made}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ],
  });
  const end = await runToEnd({ ...spec, output: 'keep' });
  if (end.code === 0) await rename(made, clusterDir);
  await rm(workDir, { recursive: true, force: true });
  if (end.code !== 0) throw new Error(`${end.output.trim().split('\n').at(-1) || describeExit(end)}.`);
}
