import { execFile } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A process that can be told from a later one with the same number: its number and when it began, in the
 * system's own words.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly began: string;
}

/** The identity of a running process; undefined where there is none (a zombie has ended too). */
export async function identify(pid: number): Promise<ProcessIdentity | undefined> {
  const began = process.platform === 'linux' ? await beganFromProc(pid) : await beganFromPs(pid);
  return began ? { pid, began } : undefined;
}

async function beganFromProc(pid: number): Promise<string | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The command name may hold spaces and brackets, so the fields are counted from its last closing bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startTicks] = [fields[0], fields[19]];
  return state === 'Z' ? undefined : startTicks;
}

async function beganFromPs(pid: number): Promise<string | undefined> {
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim() || undefined;
}

export async function writePidFile(file: string, pid: number): Promise<void> {
  const identity = await identify(pid);
  if (!identity) return;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(identity));
}

/** The process a pid file names, if that very process still runs; a stale file is removed. */
export async function readPidFile(file: string): Promise<ProcessIdentity | undefined> {
  const written = await readFile(file, 'utf8').then(parseIdentity, () => undefined);
  if (!written) return undefined;
  const now = await identify(written.pid);
  if (now?.began === written.began) return written;
  await rm(file, { force: true });
  return undefined;
}

function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const { pid, began } = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof began === 'string' ? { pid, began } : undefined;
  } catch {
    return undefined;
  }
}

/** Ends a process that is not our child: the signal first, KILL to its group after `graceMs`. */
export async function endProcess(
  target: ProcessIdentity,
  signal: NodeJS.Signals,
  graceMs: number,
): Promise<void> {
  sendSignal(target.pid, signal);
  const deadline = Date.now() + graceMs;
  while ((await identify(target.pid))?.began === target.began) {
    if (Date.now() > deadline) {
      sendSignal(-target.pid, 'SIGKILL');
      sendSignal(target.pid, 'SIGKILL');
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Sends a signal, to a group where `pid` is negative. One that has ended already is no fault, nor is a group of which
 * only the dead are left, which macOS answers with EPERM.
 */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ESRCH' && code !== 'EPERM') throw error;
  }
}
