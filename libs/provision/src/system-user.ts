import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ChildSpec } from './child.ts';

const run = promisify(execFile);

/** The Linux capabilities that we leave to whom we start, by their bit. */
const CAPABILITIES = { dac_override: 1n, dac_read_search: 2n, net_bind_service: 10n } as const;
type Capability = keyof typeof CAPABILITIES;
/** Either lets a process pass through folders it may not enter. */
const PASSING: readonly Capability[] = ['dac_read_search', 'dac_override'];

export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

/** Which user a program runs as: this one where nothing is said. */
export interface RunAs extends Partial<UserIds> {
  /** A capability it keeps. */
  readonly capability?: Capability;
}

export const isRoot = (): boolean => process.getuid?.() === 0;

/** The ids of a system user, who is made where there is none. Only root can. @throws Error where it cannot be made */
export async function systemUser(name: string): Promise<UserIds> {
  const known = await idsOf(name);
  if (known) return known;
  await run('groupadd', ['--system', '--force', name]);
  await run('useradd', ['--system', '--gid', name, '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  const ids = await idsOf(name);
  if (!ids) throw new Error(`The system user ${name} could not be made.`);
  return ids;
}

/** PostgreSQL refuses to run as root, so root gives it a user of its own, who may pass through to these places. */
export async function postgresUser(places: readonly string[]): Promise<RunAs> {
  if (!isRoot()) return {};
  const ids = await systemUser('postgres');
  const closed = await closedFolder(places, ids);
  return closed ? { ...ids, capability: await passCapability(closed) } : ids;
}

/** The same program, run as the given user. */
export function asUser(as: RunAs, spec: ChildSpec): ChildSpec {
  if (!as.capability) return { ...spec, uid: as.uid, gid: as.gid };
  const drop = [`--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups'];
  const keep = [`--inh-caps=-all,+${as.capability}`, `--ambient-caps=+${as.capability}`];
  // Without this bit access(2), which initdb asks, ignores capabilities. All others are gone with the exec.
  keep.push('--securebits=+no_setuid_fixup');
  return { ...spec, command: 'setpriv', args: [...drop, ...keep, spec.command, ...spec.args] };
}

/** The first folder above one of the places through which that user may not pass. */
export async function closedFolder(
  places: readonly string[],
  { uid, gid }: UserIds,
): Promise<string | undefined> {
  for (const place of places)
    for (let folder = path.dirname(place); folder !== path.dirname(folder); folder = path.dirname(folder)) {
      const facts = await stat(folder).catch(() => undefined);
      if (!facts) continue;
      const pass = facts.uid === uid ? 0o100 : facts.gid === gid ? 0o010 : 0o001;
      if ((facts.mode & pass) === 0) return folder;
    }
  return undefined;
}

async function idsOf(user: string): Promise<UserIds | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function passCapability(closed: string): Promise<Capability> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  const effective = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
  const usable = PASSING.find((name) => (effective >> CAPABILITIES[name]) & 1n);
  if (!usable)
    throw new Error(`The user postgres cannot pass through ${closed}; move the checkout to an open folder.`);
  return usable;
}
