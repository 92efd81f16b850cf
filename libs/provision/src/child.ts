import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { assertOpen, enter } from './living.ts';
import { endProcess, readPidFile, sendSignal, writePidFile } from './process-identity.ts';

const DEFAULT_GRACE_MS = 10_000;

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Unix ids to run as, where this process is root. */
  readonly uid?: number;
  readonly gid?: number;
  /** Standard output and errors are appended here; without it they go to this process's own. */
  readonly logFile?: string;
  /** Names the process for a later start, should this one be killed before it can end its children. */
  readonly pidFile?: string;
  readonly stopSignal?: NodeJS.Signals;
  /** Milliseconds between the stop signal and KILL. */
  readonly graceMs?: number;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly error?: Error;
}

export interface Child {
  readonly pid: number | undefined;
  readonly exited: Promise<ChildExit>;
  /** Sends the stop signal, KILL after the grace, and sweeps what is left of its process group. Never rejects. */
  stop(): Promise<void>;
}

/**
 * Starts a process in its own group, so that a terminal's Ctrl-C reaches only the launcher, which then ends its
 * children in order. A process left over from an earlier, killed launcher is ended first.
 * Rejects where this program is stopping already.
 */
export async function startChild(spec: ChildSpec): Promise<Child> {
  assertOpen();
  if (spec.pidFile) await endLeftOver(spec);
  const log = spec.logFile ? openLog(spec.logFile) : undefined;
  const child = spawn(spec.command, spec.args, {
    cwd: spec.cwd,
    env: spec.env ?? process.env,
    uid: spec.uid,
    gid: spec.gid,
    detached: true,
    stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
  });
  if (log !== undefined) closeSync(log);

  let ended = false;
  const stop = async () => {
    if (ended || !child.pid) return;
    sendSignal(child.pid, spec.stopSignal ?? 'SIGTERM');
    const group = -child.pid;
    const timer = setTimeout(() => sendSignal(group, 'SIGKILL'), spec.graceMs ?? DEFAULT_GRACE_MS);
    await exited;
    clearTimeout(timer);
  };
  const leave = enter({ stop });
  const exited = new Promise<ChildExit>((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  }).then(async (exit) => {
    ended = true;
    leave();
    if (child.pid) sendSignal(-child.pid, 'SIGKILL');
    if (spec.pidFile) await rm(spec.pidFile, { force: true });
    return exit;
  });
  if (spec.pidFile && child.pid) await writePidFile(spec.pidFile, child.pid);

  return { pid: child.pid, exited, stop };
}

async function endLeftOver(spec: ChildSpec): Promise<void> {
  const leftOver = spec.pidFile ? await readPidFile(spec.pidFile) : undefined;
  if (leftOver) await endProcess(leftOver, spec.stopSignal ?? 'SIGTERM', spec.graceMs ?? DEFAULT_GRACE_MS);
}

/** Opens a log to append to, readable by its owner only. */
export function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true });
  return openSync(file, 'a', 0o600);
}

/** The last lines of a log, for a message about why something did not start. Empty where there is no log. */
export async function tailOf(file: string, lines = 15): Promise<string> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (!handle) return '';
  try {
    const { size } = await handle.stat();
    const length = Math.min(size, 16_384);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } finally {
    await handle.close();
  }
}
