import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ChildSpec } from './child.ts';

const run = promisify(execFile);
const USER = 'postgres';
/** Numbers of the Linux capabilities that let a process pass through folders it may not enter. */
const PASS_CAPABILITIES = [
  { name: 'dac_read_search', bit: 2n },
  { name: 'dac_override', bit: 1n },
];

/** Which user the server runs as: this one, or `postgres` where this one is root. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
  /** A capability the server keeps, where a folder above its own is closed to `postgres` (as /root is). */
  readonly capability?: string;
}

/** PostgreSQL refuses to run as root, so root gives it a user of its own, made where it is missing. */
export async function serverUser(paths: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const ids = (await idsOf(USER)) ?? (await createUser());
  const closed = (await Promise.all(paths.map((file) => isClosed(file, ids)))).some(Boolean);
  return closed ? { ...ids, capability: await passCapability() } : ids;
}

/** The same process, run as the given user. */
export function asUser(as: RunAs, spec: ChildSpec): ChildSpec {
  if (!as.capability) return { ...spec, uid: as.uid, gid: as.gid };
  const drop = [`--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups'];
  const keep = [`--inh-caps=-all,+${as.capability}`, `--ambient-caps=+${as.capability}`];
  // Without this bit access(2), which initdb asks, ignores capabilities. All others are gone with the exec.
  keep.push('--securebits=+no_setuid_fixup');
  return { ...spec, command: 'setpriv', args: [...drop, ...keep, spec.command, ...spec.args] };
}

async function idsOf(user: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<{ uid: number; gid: number }> {
  await run('groupadd', ['--system', '--force', USER]);
  await run('useradd', ['--system', '--gid', USER, '--no-create-home', '--shell', '/usr/sbin/nologin', USER]);
  const ids = await idsOf(USER);
  if (!ids) throw new Error(`The system user ${USER} could not be made.`);
  return ids;
}

/** True where some folder above `file` may not be passed through by that user. */
async function isClosed(file: string, { uid, gid }: { uid: number; gid: number }): Promise<boolean> {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const {
      mode,
      uid: owner,
      gid: group,
    } = await stat(folder).catch(() => ({ mode: 0o755, uid: 0, gid: 0 }));
    const pass = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & pass) === 0) return true;
    if (folder === path.dirname(folder)) return false;
  }
}

async function passCapability(): Promise<string> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  const usable = PASS_CAPABILITIES.find(({ bit }) => (effective >> bit) & 1n);
  if (!usable)
    throw new Error(`The user ${USER} cannot enter this folder; move the checkout out of closed folders.`);
  return usable.name;
}
